// Idea: the JDK has such a lock; this one only gives its methods other names.
package lockdiscipline;

import java.util.concurrent.locks.ReentrantLock;

public final class OneKeyLock {

    private final ReentrantLock lock = new ReentrantLock(true);

    public void acquire() throws InterruptedException {
        lock.lockInterruptibly();
    }

    public void release() {
        lock.unlock();
    }

    public boolean isLocked() {
        return lock.isLocked();
    }
}
