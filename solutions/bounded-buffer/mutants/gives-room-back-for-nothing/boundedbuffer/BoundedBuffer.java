// Wrong: take() gives room back in finally, also when it was interrupted and took nothing.
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
        try {
            letters.acquire();
            synchronized (inside) {
                return inside.removeFirst();
            }
        } finally {
            room.release();
        }
    }

    public int size() {
        synchronized (inside) {
            return inside.size();
        }
    }
}
