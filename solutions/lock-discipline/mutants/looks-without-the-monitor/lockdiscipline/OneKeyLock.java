// Wrong: isLocked() reads the holder while another thread writes it, and nothing orders the two.
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
        if (holder != Thread.currentThread()) {
            throw new IllegalMonitorStateException("only who has the key can hang it back");
        }
        holder = null;
        notifyAll();
    }

    public boolean isLocked() {
        return holder != null;
    }
}
