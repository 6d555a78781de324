// Wrong: waits until a plain counter says that all are up. The counter is written by all threads, ordered by nothing.
package startandjoin;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

public final class Sleepers {
    private Sleepers() {}

    public static List<String> wakeAll(int n, Duration nap, Consumer<String> log) throws InterruptedException {
        String[] lines = new String[n];
        int[] awake = new int[1];
        for (int i = 0; i < n; i++) {
            int place = i;
            Thread thread =
                    new Thread(
                            () -> {
                                sleep(nap);
                                lines[place] = "sleeper " + (place + 1) + " is awake";
                                log.accept(lines[place]);
                                awake[0]++;
                            });
            thread.start();
        }
        while (awake[0] < n) {
            Thread.sleep(10);
        }
        return List.of(lines);
    }

    private static void sleep(Duration nap) {
        try {
            Thread.sleep(nap.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("woken early", e);
        }
    }
}
