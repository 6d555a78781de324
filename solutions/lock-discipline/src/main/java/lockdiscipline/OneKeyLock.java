package lockdiscipline;

/**
 * A lock with one key: who has the key holds the lock.
 *
 * <p>The monitor of this object guards {@link #holder} and is held only for the few steps that look at it or change it. The key
 * itself is {@link #holder}: it stays with a thread long after the monitor is free again.
 */
public final class OneKeyLock {

    /** The thread that has the key; null while the key hangs on its hook. */
    private Thread holder;

    /**
     * Takes the key; waits while somebody else has it.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; it goes away without the key
     */
    public synchronized void acquire() throws InterruptedException {
        // In a loop: between the signal and the moment when this thread goes on, another one may have taken the key.
        while (holder != null) {
            wait();
        }
        holder = Thread.currentThread();
    }

    /**
     * Hangs the key back, so that the next one can take it.
     *
     * @throws IllegalMonitorStateException if the calling thread does not have the key
     */
    public synchronized void release() {
        // One comparison for both mistakes: nobody has the key, or somebody else has it.
        if (holder != Thread.currentThread()) {
            throw new IllegalMonitorStateException("only who has the key can hang it back");
        }
        holder = null;
        notifyAll();
    }

    /** Whether somebody has the key. */
    public synchronized boolean isLocked() {
        return holder != null;
    }
}
