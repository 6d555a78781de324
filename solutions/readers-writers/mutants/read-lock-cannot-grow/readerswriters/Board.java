// Wrong: it asks for the write lock while it holds the read lock, and waits for itself to leave.
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
        lock.readLock().lock();
        try {
            T fresh = writer.apply(text);
            lock.writeLock().lock();
            text = fresh;
            lock.writeLock().unlock();
        } finally {
            lock.readLock().unlock();
        }
    }
}
