// Idea: a private monitor, and one notify: there is one key, so waking one thread is enough.
package lockdiscipline;

public final class OneKeyLock {

    private final Object hook = new Object();
    private Thread holder;

    public void acquire() throws InterruptedException {
        synchronized (hook) {
            while (holder != null) {
                hook.wait();
            }
            holder = Thread.currentThread();
        }
    }

    public void release() {
        synchronized (hook) {
            if (holder == null || !holder.equals(Thread.currentThread())) {
                throw new IllegalMonitorStateException("you do not have the key");
            }
            holder = null;
            hook.notify();
        }
    }

    public boolean isLocked() {
        synchronized (hook) {
            return holder != null;
        }
    }
}
