// Wrong: takes the return of join for an arrival. It comes back when the limit is over, too.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        if (nanos > 0) {
            friend.join(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
        return Outcome.ARRIVED;
    }
}
