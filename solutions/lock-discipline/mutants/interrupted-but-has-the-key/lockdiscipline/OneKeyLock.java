// Wrong: an interrupted wait ends the loop, and the thread takes a key that somebody else has.
package lockdiscipline;

public final class OneKeyLock {

    private Thread holder;

    public synchronized void acquire() throws InterruptedException {
        while (holder != null) {
            try {
                wait();
            } catch (InterruptedException interrupted) {
                break;
            }
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
