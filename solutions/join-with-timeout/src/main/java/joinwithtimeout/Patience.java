package joinwithtimeout;

import java.time.Duration;

/** Waits for a friend, but not for ever. */
public final class Patience {

    private Patience() {}

    /**
     * Waits until the friend's thread has ended, and at most as long as the patience lasts. The friend is left alone.
     *
     * @param friend a thread that has been started; it may have ended
     * @param patience not negative; zero only takes a look
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public static Outcome await(Thread friend, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        // join(0) would wait for ever. With both parts, half a millisecond does not become 0 either.
        if (nanos > 0) {
            friend.join(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
        // join does not say why it came back. The clock cannot say it either: only the friend knows whether it has ended.
        // And once isAlive() has said no, everything that the friend wrote is visible here.
        return friend.isAlive() ? Outcome.STILL_OUT : Outcome.ARRIVED;
    }
}
