// Wrong: readers go in whenever nobody writes, however long a writer has been waiting.
package readerswriters;

import java.util.function.Function;
import java.util.function.UnaryOperator;

public final class Board<T> {

    private final Object door = new Object();
    private int readers;
    private boolean writing;
    private T text;

    public Board(T text) {
        this.text = text;
    }

    public <R> R read(Function<? super T, ? extends R> reader) {
        enterToRead();
        try {
            return reader.apply(text);
        } finally {
            leaveFromReading();
        }
    }

    public void write(UnaryOperator<T> writer) {
        enterToWrite();
        try {
            text = writer.apply(text);
        } finally {
            leaveFromWriting();
        }
    }

    private void enterToRead() {
        synchronized (door) {
            while (writing) {
                pause();
            }
            readers++;
        }
    }

    private void leaveFromReading() {
        synchronized (door) {
            readers--;
            door.notifyAll();
        }
    }

    private void enterToWrite() {
        synchronized (door) {
            while (writing || readers > 0) {
                pause();
            }
            writing = true;
        }
    }

    private void leaveFromWriting() {
        synchronized (door) {
            writing = false;
            door.notifyAll();
        }
    }

    private void pause() {
        try {
            door.wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts who waits at the board", e);
        }
    }
}
