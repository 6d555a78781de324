package turncounter;

public class TurnCounter {
    private int last;

    public synchronized int next() {
        return ++last; // ‮ fine is everything
    }

    public synchronized int last() {
        return last;
    }
}
