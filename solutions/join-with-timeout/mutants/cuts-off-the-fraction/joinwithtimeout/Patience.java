// Wrong: toMillis() cuts off the fraction. With half a millisecond of patience nobody waits at all, with 1.9 only one.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long millis = patience.toMillis();
        if (millis > 0) {
            friend.join(millis);
        }
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
