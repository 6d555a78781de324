package telar.harness.canary;

/** Two threads count under one lock: right. */
public final class LockedCounter {
    private int count;

    public void run() throws InterruptedException {
        Thread other = new Thread(this::increment);
        other.start();
        increment();
        other.join();
        if (count != 2) {
            throw new AssertionError("expected 2, was " + count);
        }
    }

    private synchronized void increment() {
        count++;
    }
}
