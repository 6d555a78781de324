// Idea: the same with a ReentrantLock and a Condition in place of the monitor; one signal is enough for one key.
package lockdiscipline;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public final class OneKeyLock {

    private final Lock hook = new ReentrantLock();
    private final Condition keyIsBack = hook.newCondition();
    private Thread holder;

    public void acquire() throws InterruptedException {
        hook.lock();
        try {
            while (holder != null) {
                keyIsBack.await();
            }
            holder = Thread.currentThread();
        } finally {
            hook.unlock();
        }
    }

    public void release() {
        hook.lock();
        try {
            if (holder != Thread.currentThread()) {
                throw new IllegalMonitorStateException();
            }
            holder = null;
            keyIsBack.signal();
        } finally {
            hook.unlock();
        }
    }

    public boolean isLocked() {
        hook.lock();
        try {
            return holder != null;
        } finally {
            hook.unlock();
        }
    }
}
