// Wrong: it asks whether the lock is closed but not who has the key.
package lockdiscipline;

public final class OneKeyLock {

    private Thread holder;

    public synchronized void acquire() throws InterruptedException {
        while (holder != null) {
            wait();
        }
        holder = Thread.currentThread();
    }

    public synchronized void release() {
        if (holder == null) {
            throw new IllegalMonitorStateException("only who has the key can hang it back");
        }
        holder = null;
        notifyAll();
    }

    public synchronized boolean isLocked() {
        return holder != null;
    }
}
