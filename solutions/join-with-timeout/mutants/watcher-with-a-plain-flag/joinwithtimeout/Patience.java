// Wrong: a watcher joins the friend and then sets a plain variable, which nothing orders before the look at it.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        boolean[] home = new boolean[1];
        Thread watcher =
                new Thread(
                        () -> {
                            try {
                                friend.join();
                                home[0] = true;
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        watcher.setDaemon(true);
        watcher.start();
        Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        return home[0] ? Outcome.ARRIVED : Outcome.STILL_OUT;
    }
}
