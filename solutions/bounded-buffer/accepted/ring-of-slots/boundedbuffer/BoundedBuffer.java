// Right: a ring of slots on a private monitor, with counters for the next slot to fill and to empty.
package boundedbuffer;


/** A mailbox with room for a fixed number of elements. */
public final class BoundedBuffer<T> {
    private final Object bell = new Object();
    private final Object[] slots;
    private long put;
    private long taken;

    public BoundedBuffer(int room) {
        slots = new Object[room];
    }

    public void put(T element) throws InterruptedException {
        synchronized (bell) {
            while (put - taken == slots.length) {
                bell.wait();
            }
            slots[(int) (put++ % slots.length)] = element;
            bell.notifyAll();
        }
    }

    @SuppressWarnings("unchecked")
    public T take() throws InterruptedException {
        synchronized (bell) {
            while (put == taken) {
                bell.wait();
            }
            T element = (T) slots[(int) (taken++ % slots.length)];
            bell.notifyAll();
            return element;
        }
    }

    public int size() {
        synchronized (bell) {
            return (int) (put - taken);
        }
    }
}
