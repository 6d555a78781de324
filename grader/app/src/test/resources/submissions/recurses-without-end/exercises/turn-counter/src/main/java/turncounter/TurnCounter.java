package turncounter;

public class TurnCounter {
    private int last;

    public synchronized int next() {
        return next() + 1;
    }

    public synchronized int last() {
        return last;
    }
}
