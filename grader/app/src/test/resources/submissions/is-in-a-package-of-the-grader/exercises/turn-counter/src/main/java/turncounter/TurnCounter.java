package telar.check;

public class TurnCounter {
    private int last;

    public synchronized int next() {
        return ++last;
    }

    public synchronized int last() {
        return last;
    }
}
