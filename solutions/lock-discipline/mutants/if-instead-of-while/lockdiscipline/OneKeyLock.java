// Wrong: who is woken takes the key without looking; another thread may have been faster.
package lockdiscipline;

public final class OneKeyLock {

    private Thread holder;

    public synchronized void acquire() throws InterruptedException {
        if (holder != null) {
            wait();
        }
        holder = Thread.currentThread();
    }

    public synchronized void release() {
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
