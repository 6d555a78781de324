// Wrong: less than a millisecond becomes 0 milliseconds, and join(0) waits without a limit.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        if (nanos > 0) {
            friend.join(patience.toMillis());
        }
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
