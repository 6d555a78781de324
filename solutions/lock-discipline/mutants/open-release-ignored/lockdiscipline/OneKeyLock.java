// Wrong: release() of an open lock returns as if nothing had happened.
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
            return;
        }
        if (holder != Thread.currentThread()) {
            throw new IllegalMonitorStateException("only who has the key can hang it back");
        }
        holder = null;
        notifyAll();
    }

    public synchronized boolean isLocked() {
        return holder != null;
    }
}
