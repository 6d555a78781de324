// Wrong: only the whole seconds of the patience count.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        long seconds = patience.toSeconds();
        if (seconds > 0) {
            friend.join(1_000 * seconds);
        }
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
