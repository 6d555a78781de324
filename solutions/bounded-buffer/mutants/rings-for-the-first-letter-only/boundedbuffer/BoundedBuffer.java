// Wrong: wakes one person, and only when the box stops being empty. Two people wait, two letters come, and one sleeps on.
package boundedbuffer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A mailbox with room for a fixed number of elements. */
public final class BoundedBuffer<T> {
    private final int room;
    private final Lock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
    private final Deque<T> inside = new ArrayDeque<>();

    public BoundedBuffer(int room) {
        this.room = room;
    }

    public void put(T element) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (inside.size() == room) {
                notFull.await();
            }
            inside.addLast(element);
            if (inside.size() == 1) {
                notEmpty.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    public T take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (inside.isEmpty()) {
                notEmpty.await();
            }
            T element = inside.removeFirst();
            notFull.signal();
            return element;
        } finally {
            lock.unlock();
        }
    }

    public int size() {
        lock.lock();
        try {
            return inside.size();
        } finally {
            lock.unlock();
        }
    }
}
