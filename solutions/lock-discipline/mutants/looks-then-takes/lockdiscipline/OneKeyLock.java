// Wrong: volatile shows that the hook is empty; between looking and taking another thread takes the key.
package lockdiscipline;

public final class OneKeyLock {

    private volatile Thread holder;

    public void acquire() throws InterruptedException {
        while (holder != null) {
            Thread.sleep(10);
        }
        holder = Thread.currentThread();
    }

    public void release() {
        if (holder != Thread.currentThread()) {
            throw new IllegalMonitorStateException("only who has the key can hang it back");
        }
        holder = null;
    }

    public boolean isLocked() {
        return holder != null;
    }
}
