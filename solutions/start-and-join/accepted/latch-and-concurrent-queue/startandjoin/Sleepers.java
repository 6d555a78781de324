// Idea: a latch that n sleepers count down, after their lines are in a queue made for many threads.
package startandjoin;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

public final class Sleepers {
    private Sleepers() {}

    public static List<String> wakeAll(int n, Duration nap, Consumer<String> log) throws InterruptedException {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        CountDownLatch awake = new CountDownLatch(n);
        for (int i = 1; i <= n; i++) {
            String line = "sleeper " + i + " is awake";
            new Thread(
                            () -> {
                                try {
                                    TimeUnit.MILLISECONDS.sleep(nap.toMillis());
                                    log.accept(line);
                                    lines.add(line);
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                } finally {
                                    awake.countDown();
                                }
                            },
                            "sleeper " + i)
                    .start();
        }
        awake.await();
        return List.copyOf(lines);
    }
}
