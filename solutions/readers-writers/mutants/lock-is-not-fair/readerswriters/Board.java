// Wrong: the lock is not fair. While a woken reader is still on its way in, others who come pass the writer behind it.
package readerswriters;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

public final class Board<T> {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
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
            text = writer.apply(text);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
