package turncounter;

public class TurnCounter {
    private int last;

    private static final class Untold extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }

    public synchronized int next() {
        throw new Untold();
    }

    public synchronized int last() {
        return last;
    }
}
