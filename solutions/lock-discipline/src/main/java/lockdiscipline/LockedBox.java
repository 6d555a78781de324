package lockdiscipline;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Something that only one visitor at a time may touch, for instance the cash box of a flat. */
public final class LockedBox<T> {

    /** Guards what is inside {@link #content}. One for the whole life of the box: visitors must meet at the same lock. */
    private final Lock lock = new ReentrantLock();

    private final T content;

    /** A box with this content. It is open to the first visitor. */
    public LockedBox(T content) {
        this.content = content;
    }

    /** Lets the visitor at the content, nobody else at the same time, and returns what the visitor answers. */
    public <R> R with(Function<T, R> visitor) {
        // Before the try: if lock() itself failed, there would be nothing to give back.
        lock.lock();
        try {
            return visitor.apply(content);
        } finally {
            // Every way out passes here: the return, an exception, an error.
            lock.unlock();
        }
    }
}
