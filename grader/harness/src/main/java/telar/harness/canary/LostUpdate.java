package telar.harness.canary;

/** Two threads read under a lock and write under the lock, but let it go in between: no data race, and yet a count is lost. */
public final class LostUpdate {
    private int count;

    public void run() throws InterruptedException {
        Thread other = new Thread(this::increment);
        other.start();
        increment();
        other.join();
        if (get() != 2) {
            throw new AssertionError("expected 2, was " + get());
        }
    }

    private void increment() {
        set(get() + 1);
    }

    private synchronized int get() {
        return count;
    }

    private synchronized void set(int value) {
        count = value;
    }
}
