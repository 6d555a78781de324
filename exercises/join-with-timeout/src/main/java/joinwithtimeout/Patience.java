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
        // TODO Here the patience never ends. Wait no longer than it lasts, and then tell what has become of the friend.
        //      Read in the documentation of Thread.join what it does with a limit of 0.
        friend.join();
        return Outcome.ARRIVED;
    }
}
