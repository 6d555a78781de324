package submitted;

/** Three counters: right, racy, and one that loses updates without a race. */
public final class Counter {
    private int right;
    private int racy;
    private int torn;

    public synchronized void incrementRightly() {
        right++;
    }

    public synchronized int right() {
        return right;
    }

    public void incrementRacily() {
        racy++;
    }

    public int racy() {
        return racy;
    }

    public void incrementInTwoSteps() {
        int seen = torn();
        setTorn(seen + 1);
    }

    public synchronized int torn() {
        return torn;
    }

    private synchronized void setTorn(int value) {
        torn = value;
    }
}
