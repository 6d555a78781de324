package turncounter;

public class TurnCounter {
    private final Object turns = new Object();
    private final Object display = new Object();
    private int last;

    public int next() {
        synchronized (turns) {
            synchronized (display) {
                return ++last;
            }
        }
    }

    public int last() {
        synchronized (display) {
            synchronized (turns) {
                return last;
            }
        }
    }
}
