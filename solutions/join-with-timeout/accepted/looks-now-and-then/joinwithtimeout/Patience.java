// Idea: looks every few milliseconds and rests in between.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        long end = System.nanoTime() + nanos;
        while (friend.isAlive() && System.nanoTime() - end < 0) {
            Thread.sleep(Math.min(20, 1 + (end - System.nanoTime()) / 1_000_000));
        }
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
