// Wrong: catches the interrupt and answers as if the patience were over.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        if (nanos > 0) {
            try {
                friend.join(nanos / 1_000_000, (int) (nanos % 1_000_000));
            } catch (InterruptedException ignored) {
                return Outcome.STILL_OUT;
            }
        }
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
