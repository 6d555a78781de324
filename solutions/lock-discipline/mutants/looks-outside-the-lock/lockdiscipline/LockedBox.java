// Wrong: the lock is taken and given back before the visitor comes to the coins.
package lockdiscipline;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

public final class LockedBox<T> {

    private final Lock lock = new ReentrantLock();

    private final T content;

    public LockedBox(T content) {
        this.content = content;
    }

    public <R> R with(Function<T, R> visitor) {
        T inside;
        lock.lock();
        try {
            inside = content;
        } finally {
            lock.unlock();
        }
        return visitor.apply(inside);
    }
}
