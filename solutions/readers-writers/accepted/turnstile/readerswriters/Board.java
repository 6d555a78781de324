// Idea: everybody passes one turnstile; a writer keeps it closed until the readers inside have left and it has written.
package readerswriters;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

public final class Board<T> {

    private final ReentrantLock turnstile = new ReentrantLock(true);
    private final ReentrantLock counting = new ReentrantLock();
    private final Condition nobodyReads = counting.newCondition();
    private int readers;
    private T text;

    public Board(T text) {
        this.text = text;
    }

    public <R> R read(Function<? super T, ? extends R> reader) {
        turnstile.lock();
        try {
            counting.lock();
            try {
                readers++;
            } finally {
                counting.unlock();
            }
        } finally {
            turnstile.unlock();
        }
        try {
            return reader.apply(text);
        } finally {
            counting.lock();
            try {
                readers--;
                nobodyReads.signal();
            } finally {
                counting.unlock();
            }
        }
    }

    public void write(UnaryOperator<T> writer) {
        turnstile.lock();
        try {
            counting.lock();
            try {
                while (readers > 0) {
                    nobodyReads.awaitUninterruptibly();
                }
            } finally {
                counting.unlock();
            }
            text = writer.apply(text);
        } finally {
            turnstile.unlock();
        }
    }
}
