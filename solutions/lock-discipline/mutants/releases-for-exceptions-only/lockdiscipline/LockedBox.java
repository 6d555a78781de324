// Wrong: an Error is no RuntimeException: it passes the catch, and the box stays locked.
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
        R answer;
        try {
            answer = visitor.apply(content);
        } catch (RuntimeException failed) {
            lock.unlock();
            throw failed;
        }
        lock.unlock();
        return answer;
    }
}
