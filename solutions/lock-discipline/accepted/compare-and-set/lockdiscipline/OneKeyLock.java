// Idea: no monitor: one atomic step takes the key, and who comes too late looks again a little later.
package lockdiscipline;

import java.util.concurrent.atomic.AtomicReference;

public final class OneKeyLock {

    private final AtomicReference<Thread> holder = new AtomicReference<>();

    public void acquire() throws InterruptedException {
        while (!holder.compareAndSet(null, Thread.currentThread())) {
            Thread.sleep(1);
        }
    }

    public void release() {
        if (!holder.compareAndSet(Thread.currentThread(), null)) {
            throw new IllegalMonitorStateException();
        }
    }

    public boolean isLocked() {
        return holder.get() != null;
    }
}
