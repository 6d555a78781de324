// Wrong: a writer needs all permits, but the semaphore is not fair: readers who come later take the single ones first.
package readerswriters;

import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.UnaryOperator;

public final class Board<T> {

    private static final int ALL = 1_000;

    private final Semaphore places = new Semaphore(ALL);
    private T text;

    public Board(T text) {
        this.text = text;
    }

    public <R> R read(Function<? super T, ? extends R> reader) {
        places.acquireUninterruptibly();
        try {
            return reader.apply(text);
        } finally {
            places.release();
        }
    }

    public void write(UnaryOperator<T> writer) {
        places.acquireUninterruptibly(ALL);
        try {
            text = writer.apply(text);
        } finally {
            places.release(ALL);
        }
    }
}
