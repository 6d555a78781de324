// Wrong: ten threads, whatever n is. The eleventh sleeper lies down when another one has got up.
package startandjoin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

public final class Sleepers {
    private Sleepers() {}

    public static List<String> wakeAll(int n, Duration nap, Consumer<String> log) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(10);
        List<Callable<String>> naps = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            String line = "sleeper " + i + " is awake";
            naps.add(
                    () -> {
                        Thread.sleep(nap.toMillis());
                        log.accept(line);
                        return line;
                    });
        }
        List<String> lines = new ArrayList<>();
        for (Future<String> sleeper : pool.invokeAll(naps)) {
            try {
                lines.add(sleeper.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        pool.shutdown();
        return lines;
    }
}
