// Wrong: wakes one carrier, and only when the box stops being full. Two carriers wait, two letters go, and one sleeps on.
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
            notEmpty.signal();
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
            if (inside.size() == room - 1) {
                notFull.signal();
            }
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
