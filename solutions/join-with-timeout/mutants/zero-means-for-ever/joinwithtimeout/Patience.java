// Wrong: join(0) waits without a limit. Every schedule: no patience is endless patience.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        friend.join(patience.toMillis());
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
