package readerswriters;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A board that many may read at the same time and one may write. */
public final class Board<T> {

    /**
     * One lock with two sides: any number of threads hold its read side together, or a single one its write side. Fair: who has
     * waited longest is next, so a reader who comes after a waiting writer queues up behind it.
     */
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** The text, and what is inside it, belong to the lock: readers hold its read side, writers its write side. */
    private T text;

    /** A board with this text on it. */
    public Board(T text) {
        this.text = text;
    }

    /** Lets a reader look at the text, and returns what the reader answers. */
    public <R> R read(Function<? super T, ? extends R> reader) {
        lock.readLock().lock();
        try {
            return reader.apply(text);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Lets a writer replace the text by a new one. Nobody reads or writes meanwhile. */
    public void write(UnaryOperator<T> writer) {
        // The write side from the first look to the last stroke: the new text is made from the old one, and nobody may
        // change that in between.
        lock.writeLock().lock();
        try {
            text = writer.apply(text);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
