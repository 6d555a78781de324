// Wrong: release() wakes the first in line; if that one is interrupted at once, it leaves and does not wake the next.
package lockdiscipline;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

public final class OneKeyLock {

    private final AtomicReference<Thread> holder = new AtomicReference<>();
    private final Queue<Thread> line = new ConcurrentLinkedQueue<>();

    public void acquire() throws InterruptedException {
        Thread me = Thread.currentThread();
        line.add(me);
        while (line.peek() != me || !holder.compareAndSet(null, me)) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                line.remove(me);
                throw new InterruptedException();
            }
        }
        line.remove(me);
    }

    public void release() {
        if (!holder.compareAndSet(Thread.currentThread(), null)) {
            throw new IllegalMonitorStateException("only who has the key can hang it back");
        }
        LockSupport.unpark(line.peek());
    }

    public boolean isLocked() {
        return holder.get() != null;
    }
}
