// Wrong: when the patience is over it interrupts the friend.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        if (nanos > 0) {
            friend.join(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
        if (friend.isAlive()) {
            friend.interrupt();
            return Outcome.STILL_OUT;
        }
        return Outcome.ARRIVED;
    }
}
