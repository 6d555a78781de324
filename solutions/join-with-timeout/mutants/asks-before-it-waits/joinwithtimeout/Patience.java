// Wrong: looks at the friend first and then waits. What it tells is from before.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        boolean out = friend.isAlive();
        if (nanos > 0) {
            friend.join(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
        return out ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
