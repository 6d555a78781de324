// Idea: a watcher joins the friend and opens a latch, which can be waited for with a limit.
package joinwithtimeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        CountDownLatch home = new CountDownLatch(1);
        Thread watcher =
                new Thread(
                        () -> {
                            try {
                                friend.join();
                                home.countDown();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        watcher.setDaemon(true);
        watcher.start();
        home.await(nanos, TimeUnit.NANOSECONDS);
        watcher.interrupt();
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
