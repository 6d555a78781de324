// Wrong: looks again and again without a pause. Every schedule: a whole processor is busy with waiting.
package joinwithtimeout;

import java.time.Duration;

public final class Patience {
    private Patience() {}

    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        long end = System.nanoTime() + nanos;
        while (friend.isAlive() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
