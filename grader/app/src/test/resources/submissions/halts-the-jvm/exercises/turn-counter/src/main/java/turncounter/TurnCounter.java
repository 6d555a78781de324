package turncounter;

public class TurnCounter {
    private int last;

    public synchronized int next() {
        if (last == 1) {
            Runtime.getRuntime().halt(0);
        }
        return ++last;
    }

    public synchronized int last() {
        return last;
    }
}
