// Wrong: a lock that knows no readers: the second one waits until the first has finished.
package readerswriters;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

public final class Board<T> {

    private final Lock lock = new ReentrantLock();

    private T text;

    public Board(T text) {
        this.text = text;
    }

    public <R> R read(Function<? super T, ? extends R> reader) {
        lock.lock();
        try {
            return reader.apply(text);
        } finally {
            lock.unlock();
        }
    }

    public void write(UnaryOperator<T> writer) {
        lock.lock();
        try {
            text = writer.apply(text);
        } finally {
            lock.unlock();
        }
    }
}
