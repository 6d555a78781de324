package lockdiscipline;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Something that only one visitor at a time may touch, for instance the cash box of a flat. */
public final class LockedBox<T> {

    private final T content;

    /** A box with this content. It is open to the first visitor. */
    public LockedBox(T content) {
        this.content = content;
    }

    /** Lets the visitor at the content, nobody else at the same time, and returns what the visitor answers. */
    public <R> R with(Function<T, R> visitor) {
        // TODO Each visit makes a lock of its own, so nobody ever waits for anybody.
        //      And what becomes of the lock when the visitor throws an exception?
        Lock lock = new ReentrantLock();
        lock.lock();
        R answer = visitor.apply(content);
        lock.unlock();
        return answer;
    }
}
