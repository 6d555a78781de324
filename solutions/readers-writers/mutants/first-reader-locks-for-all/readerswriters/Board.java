// Wrong: the first reader locks and the last one unlocks, but a lock can only be opened by the thread that closed it.
package readerswriters;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

public final class Board<T> {

    private final Lock room = new ReentrantLock();
    private final Object counting = new Object();
    private int readers;
    private T text;

    public Board(T text) {
        this.text = text;
    }

    public <R> R read(Function<? super T, ? extends R> reader) {
        synchronized (counting) {
            readers++;
            if (readers == 1) {
                room.lock();
            }
        }
        try {
            return reader.apply(text);
        } finally {
            synchronized (counting) {
                readers--;
                if (readers == 0) {
                    room.unlock();
                }
            }
        }
    }

    public void write(UnaryOperator<T> writer) {
        room.lock();
        try {
            text = writer.apply(text);
        } finally {
            room.unlock();
        }
    }
}
