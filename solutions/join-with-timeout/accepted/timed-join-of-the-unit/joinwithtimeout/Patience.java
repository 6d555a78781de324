// Idea: TimeUnit knows how to join, and it knows what no patience means.
package joinwithtimeout;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedJoin(friend, patience.toNanos());
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
