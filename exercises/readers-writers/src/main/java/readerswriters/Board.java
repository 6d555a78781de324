package readerswriters;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A board that many may read at the same time and one may write. */
public final class Board<T> {

    private T text;

    /** A board with this text on it. */
    public Board(T text) {
        this.text = text;
    }

    /** Lets a reader look at the text, and returns what the reader answers. */
    public synchronized <R> R read(Function<? super T, ? extends R> reader) {
        // TODO Safe, but only one can read at a time. Readers do not disturb each other: let them in together.
        return reader.apply(text);
    }

    /** Lets a writer replace the text by a new one. Nobody reads or writes meanwhile. */
    public synchronized void write(UnaryOperator<T> writer) {
        // TODO A writer needs the board for itself. And what if there is always somebody reading?
        text = writer.apply(text);
    }
}
