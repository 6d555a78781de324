package turncounter;

public class TurnCounter {
    static {
        if (true) {
            throw new IllegalStateException("not today");
        }
    }

    public int next() {
        throw new OutOfMemoryError("so it says");
    }

    public int last() {
        throw new ThreadDeath();
    }
}
