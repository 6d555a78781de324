// Wrong: what the visitor throws ends here, and the caller takes null for an answer.
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
        lock.lock();
        try {
            return visitor.apply(content);
        } catch (RuntimeException failed) {
            return null;
        } finally {
            lock.unlock();
        }
    }
}
