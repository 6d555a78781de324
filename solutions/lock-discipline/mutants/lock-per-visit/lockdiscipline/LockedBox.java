// Wrong: each visit makes a new lock, so two visitors never meet at the same one.
package lockdiscipline;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

public final class LockedBox<T> {

    private final T content;

    public LockedBox(T content) {
        this.content = content;
    }

    public <R> R with(Function<T, R> visitor) {
        Lock lock = new ReentrantLock();
        lock.lock();
        try {
            return visitor.apply(content);
        } finally {
            lock.unlock();
        }
    }
}
