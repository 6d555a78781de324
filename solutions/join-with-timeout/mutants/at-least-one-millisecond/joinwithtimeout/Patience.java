// Wrong: the limit is never 0, but the fraction is still cut off: with 1.9 milliseconds of patience the wait ends after one.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        if (!patience.isZero()) {
            friend.join(Math.max(1, patience.toMillis()));
        }
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
