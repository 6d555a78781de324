package lockdiscipline;

/** A lock with one key: who has the key holds the lock. Made of nothing but a monitor. */
public final class OneKeyLock {

    private boolean locked;

    /**
     * Takes the key; waits while somebody else has it.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; it goes away without the key
     */
    public void acquire() throws InterruptedException {
        // TODO Today everybody gets in. Wait while somebody has the key.
        locked = true;
    }

    /**
     * Hangs the key back, so that the next one can take it.
     *
     * @throws IllegalMonitorStateException if the calling thread does not have the key
     */
    public void release() {
        // TODO Who may do this? And who has to hear of it?
        locked = false;
    }

    /** Whether somebody has the key. */
    public boolean isLocked() {
        return locked;
    }
}
