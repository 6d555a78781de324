// Idea: a fraction of a millisecond is rounded up, so that join never gets a 0.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        if (friend.isAlive() && !patience.isZero()) {
            friend.join(patience.plusNanos(999_999).toMillis());
        }
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
