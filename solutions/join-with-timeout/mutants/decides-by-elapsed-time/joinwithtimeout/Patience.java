// Wrong: asks the clock instead of the friend. A friend who is home already has not arrived if there was no patience.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        long start = System.nanoTime();
        if (nanos > 0) {
            friend.join(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
        return System.nanoTime() - start < nanos ? Outcome.ARRIVED : Outcome.STILL_OUT;
    }
}
