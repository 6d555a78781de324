// Wrong: waits until the friend comes, however long that takes.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        friend.join();
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
