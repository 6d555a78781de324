// Wrong: a visitor that throws skips unlock(), and the next visitor waits for ever.
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
        R answer = visitor.apply(content);
        lock.unlock();
        return answer;
    }
}
