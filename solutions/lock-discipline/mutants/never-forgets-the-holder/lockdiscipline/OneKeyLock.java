// Wrong: release() clears the flag but not the name, so the last holder can release again and again.
package lockdiscipline;

public final class OneKeyLock {

    private boolean locked;
    private Thread holder;

    public synchronized void acquire() throws InterruptedException {
        while (locked) {
            wait();
        }
        locked = true;
        holder = Thread.currentThread();
    }

    public synchronized void release() {
        if (holder != Thread.currentThread()) {
            throw new IllegalMonitorStateException("only who has the key can hang it back");
        }
        locked = false;
        notifyAll();
    }

    public synchronized boolean isLocked() {
        return locked;
    }
}
