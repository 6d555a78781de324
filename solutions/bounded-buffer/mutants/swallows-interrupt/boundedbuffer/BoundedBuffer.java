// Wrong: an interrupt is caught and forgotten, and the wait goes on.
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
            try {
                wait();
            } catch (InterruptedException e) {
                continue;
            }
        }
        inside.addLast(element);
        notifyAll();
    }

    /**
     * Takes out the element that has been inside longest; waits while the box is empty.
     *
     * @throws InterruptedException if interrupted while waiting; nothing was taken then
     */
    public synchronized T take() throws InterruptedException {
        while (inside.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                continue;
            }
        }
        T element = inside.removeFirst();
        notifyAll();
        return element;
    }

    /** How many elements are inside now. */
    public synchronized int size() {
        return inside.size();
    }
}
