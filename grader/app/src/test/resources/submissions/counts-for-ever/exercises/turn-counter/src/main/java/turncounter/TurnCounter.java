package turncounter;

public class TurnCounter {
    private int last;

    public synchronized int next() {
        while (true) {
            last++;
        }
    }

    public synchronized int last() {
        return last;
    }
}
