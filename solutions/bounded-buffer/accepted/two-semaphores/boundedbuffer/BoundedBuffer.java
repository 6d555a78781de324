// Right: one semaphore counts the room, another the letters; a lock guards the letters themselves.
package boundedbuffer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** A mailbox with room for a fixed number of elements. */
public final class BoundedBuffer<T> {
    private final Semaphore room;
    private final Semaphore letters = new Semaphore(0);
    private final Deque<T> inside = new ArrayDeque<>();

    public BoundedBuffer(int room) {
        this.room = new Semaphore(room);
    }

    public void put(T element) throws InterruptedException {
        room.acquire();
        synchronized (inside) {
            inside.addLast(element);
        }
        letters.release();
    }

    public T take() throws InterruptedException {
        letters.acquire();
        T element;
        synchronized (inside) {
            element = inside.removeFirst();
        }
        room.release();
        return element;
    }

    public int size() {
        synchronized (inside) {
            return inside.size();
        }
    }
}
