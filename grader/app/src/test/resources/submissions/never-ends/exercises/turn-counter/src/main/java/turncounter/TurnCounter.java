package turncounter;

public class TurnCounter {
    private int last;

    public synchronized int next() {
        while (last == 1) {}
        return ++last;
    }

    public synchronized int last() {
        return last;
    }
}
