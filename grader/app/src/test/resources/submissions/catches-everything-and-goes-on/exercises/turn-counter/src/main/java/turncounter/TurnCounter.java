package turncounter;

public class TurnCounter {
    private int last;

    public synchronized int next() {
        while (true) {
            try {
                wait();
            } catch (Throwable t) {
                last++;
            }
        }
    }

    public synchronized int last() {
        return last;
    }
}
