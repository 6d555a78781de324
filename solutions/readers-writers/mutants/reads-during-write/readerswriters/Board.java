// Wrong: readers take no lock at all, and look while a writer is at work.
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
        return reader.apply(text);
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
