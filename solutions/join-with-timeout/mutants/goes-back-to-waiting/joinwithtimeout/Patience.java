// Wrong: catches the interrupt and waits again, with all of its patience.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        boolean waited = nanos == 0;
        while (!waited) {
            try {
                friend.join(nanos / 1_000_000, (int) (nanos % 1_000_000));
                waited = true;
            } catch (InterruptedException ignored) {
                waited = false;
            }
        }
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
