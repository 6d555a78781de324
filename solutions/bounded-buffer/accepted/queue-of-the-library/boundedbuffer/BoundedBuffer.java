// Right: the JDK has such a box already.
package boundedbuffer;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A mailbox with room for a fixed number of elements. */
public final class BoundedBuffer<T> {
    private final BlockingQueue<T> inside;

    public BoundedBuffer(int room) {
        inside = new ArrayBlockingQueue<>(room);
    }

    public void put(T element) throws InterruptedException {
        inside.put(element);
    }

    public T take() throws InterruptedException {
        return inside.take();
    }

    public int size() {
        return inside.size();
    }
}
