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
    public void put(T element) throws InterruptedException {
        // TODO Today a full box loses the letter. Wait until there is room, and wake up who waits for a letter.
        if (inside.size() < room) {
            inside.addLast(element);
        }
    }

    /**
     * Takes out the element that has been inside longest; waits while the box is empty.
     *
     * @throws InterruptedException if interrupted while waiting; nothing was taken then
     */
    public T take() throws InterruptedException {
        // TODO Today an empty box hands out null. Wait until there is a letter, and wake up who waits for room.
        return inside.pollFirst();
    }

    /** How many elements are inside now. */
    public int size() {
        // TODO Anybody may look at any moment.
        return inside.size();
    }
}
