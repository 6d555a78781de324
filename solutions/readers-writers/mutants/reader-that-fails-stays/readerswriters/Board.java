// Wrong: a reader that throws skips unlock(), and no writer ever gets to the board again.
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
        R answer = reader.apply(text);
        lock.readLock().unlock();
        return answer;
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
