package turncounter;

public class TurnCounter {

    /** The next number, from 1. */
    public int next() {
        // TODO: count.
        throw new UnsupportedOperationException();
    }

    /** The number given last; 0 before the first. */
    public int last() {
        // TODO: tell.
        throw new UnsupportedOperationException();
    }
}
