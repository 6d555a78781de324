package turncounter;

public class TurnCounter {
    private int last;
    private static final int FIRST = Integer.parseInt("nothing");

    public synchronized int next() {
        return ++last + FIRST;
    }

    public synchronized int last() {
        return last;
    }
}
