// Wrong: the old text is wiped out first; if the writer fails, the board stays empty.
package readerswriters;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

public final class Board<T> {

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    private T text;

    public Board(T text) {
        this.text = text;
    }

    public <R> R read(Function<? super T, ? extends R> reader) {
        lock.readLock().lock();
        try {
            return reader.apply(text);
        } finally {
            lock.readLock().unlock();
        }
    }

    public void write(UnaryOperator<T> writer) {
        lock.writeLock().lock();
        try {
            T old = text;
            text = null;
            text = writer.apply(old);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
