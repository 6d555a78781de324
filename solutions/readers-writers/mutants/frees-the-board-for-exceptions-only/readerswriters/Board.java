// Wrong: gives the board back after an exception, but not after an Error.
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
            text = writer.apply(text);
        } catch (RuntimeException failure) {
            lock.writeLock().unlock();
            throw failure;
        }
        lock.writeLock().unlock();
    }
}
