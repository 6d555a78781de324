// Wrong: all sleepers add to one ArrayList without any order. Two adds at once may lose a line.
package startandjoin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

public final class Sleepers {
    private Sleepers() {}

    public static List<String> wakeAll(int n, Duration nap, Consumer<String> log) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int place = i;
            Thread thread =
                    new Thread(
                            () -> {
                                sleep(nap);
                                String line = "sleeper " + (place + 1) + " is awake";
                                lines.add(line);
                                log.accept(line);
                            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return lines;
    }

    private static void sleep(Duration nap) {
        try {
            Thread.sleep(nap.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("woken early", e);
        }
    }
}
