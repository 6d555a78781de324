package turncounter;

public class TurnCounter {
    private int last;

    public synchronized int next() {
        while (last == 0) {
            Thread.onSpinWait();
        }
        return ++last;
    }

    public synchronized int last() {
        return last;
    }
}
