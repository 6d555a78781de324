package turncounter;

public class TurnCounter {
    private int last;

    public synchronized int next() {
        String line = "x".repeat(1_000_000);
        for (int i = 0; i < 100; i++) {
            System.out.println(line);
            System.err.println(line);
        }
        return ++last;
    }

    public synchronized int last() {
        return last;
    }
}
