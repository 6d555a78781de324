// Wrong: who is interrupted between the permit and the lock keeps the permit.
package boundedbuffer;

import java.util.LinkedList;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A mailbox with room for a fixed number of elements. Threads wait at it for room, or for something to take. */
public final class BoundedBuffer<T> {
    private final Semaphore free;
    private final Semaphore filled = new Semaphore(0);
    private final Lock lock = new ReentrantLock();
    private final Queue<T> inside = new LinkedList<>(); // guarded by lock

    /** A mailbox with room for {@code room} elements, at least one. */
    public BoundedBuffer(int room) {
        free = new Semaphore(room);
    }

    /**
     * Puts an element in; waits while the box is full.
     *
     * @throws InterruptedException if interrupted while waiting; nothing was put in then
     */
    public void put(T element) throws InterruptedException {
        free.acquire();
        lock.lockInterruptibly();
        try {
            inside.add(element);
        } finally {
            lock.unlock();
        }
        filled.release();
    }

    /**
     * Takes out the element that has been inside longest; waits while the box is empty.
     *
     * @throws InterruptedException if interrupted while waiting; nothing was taken then
     */
    public T take() throws InterruptedException {
        filled.acquire();
        T element;
        lock.lockInterruptibly();
        try {
            element = inside.remove();
        } finally {
            lock.unlock();
        }
        free.release();
        return element;
    }

    /** How many elements are inside now. */
    public int size() {
        lock.lock();
        try {
            return inside.size();
        } finally {
            lock.unlock();
        }
    }
}
