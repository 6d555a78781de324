package boundedbuffer;

import java.util.ArrayDeque;
import java.util.Deque;

/** A mailbox with room for a fixed number of elements. Threads wait at it for room, or for something to take. */
public final class BoundedBuffer<T> {
    private final int room;

    // Guarded by this object's monitor.
    private final Deque<T> inside = new ArrayDeque<>();

    /** A mailbox with room for {@code room} elements, at least one. */
    public BoundedBuffer(int room) {
        this.room = room;
    }

    /**
     * Puts an element in; waits while the box is full.
     *
     * @throws InterruptedException if interrupted while waiting; nothing was put in then
     */
    public synchronized void put(T element) throws InterruptedException {
        // while, not if: between the bell and this thread's getting the lock again another one may have filled the box,
        // and Java allows a thread to wake up for no reason at all.
        while (inside.size() == room) {
            wait();
        }
        inside.addLast(element);
        // All, not one: carriers and people sleep at the same bell, and the one that wakes could be of the wrong kind.
        notifyAll();
    }

    /**
     * Takes out the element that has been inside longest; waits while the box is empty.
     *
     * @throws InterruptedException if interrupted while waiting; nothing was taken then
     */
    public synchronized T take() throws InterruptedException {
        while (inside.isEmpty()) {
            wait();
        }
        T element = inside.removeFirst();
        notifyAll();
        return element;
    }

    /** How many elements are inside now. */
    public synchronized int size() {
        // Reading needs the lock, too: without it nothing orders this read after the writes of others.
        return inside.size();
    }
}
