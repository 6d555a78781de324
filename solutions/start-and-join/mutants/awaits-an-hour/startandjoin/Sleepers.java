// Wrong: waits an hour for all to have spoken, and takes what is there then.
package startandjoin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

public final class Sleepers {

    private Sleepers() {}

    public static List<String> wakeAll(int n, Duration nap, Consumer<String> log) throws InterruptedException {
        List<String> lines = new CopyOnWriteArrayList<>();
        ExecutorService beds = Executors.newFixedThreadPool(n);
        for (int i = 1; i <= n; i++) {
            String line = "sleeper " + i + " is awake";
            beds.execute(
                    () -> {
                        try {
                            Thread.sleep(nap.toMillis());
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        lines.add(line);
                        log.accept(line);
                    });
        }
        beds.shutdown();
        beds.awaitTermination(1, TimeUnit.HOURS);
        return List.copyOf(lines);
    }
}
