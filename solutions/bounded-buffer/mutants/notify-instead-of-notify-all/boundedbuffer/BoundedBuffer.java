// Wrong: one bell for two kinds of sleepers, and it wakes only one.
package boundedbuffer;

import java.util.ArrayDeque;
import java.util.Deque;

/** A mailbox with room for a fixed number of elements. Threads wait at it for room, or for something to take. */
public final class BoundedBuffer<T> {
    private final int room;

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
        while (inside.size() == room) {
            wait();
        }
        inside.addLast(element);
        notify();
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
        notify();
        return element;
    }

    /** How many elements are inside now. */
    public synchronized int size() {
        return inside.size();
    }
}
