package turncounter;

public class TurnCounter {
    private int last;

    public synchronized int next() {
        String megabyte = "x".repeat(1 << 20);
        for (int i = 0; i < 100; i++) {
            System.out.print(megabyte);
        }
        return ++last;
    }

    public synchronized int last() {
        return last;
    }
}
