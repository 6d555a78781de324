// Idea: the board has many places; a reader takes one, a writer all of them, and a fair semaphore keeps the queue.
package readerswriters;

import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.UnaryOperator;

public final class Board<T> {

    private static final int ALL = Integer.MAX_VALUE;

    private final Semaphore places = new Semaphore(ALL, true);
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
