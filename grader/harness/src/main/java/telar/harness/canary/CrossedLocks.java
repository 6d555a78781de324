package telar.harness.canary;

/** Two threads take two locks in opposite order. */
public final class CrossedLocks {
    private final Object left = new Object();
    private final Object right = new Object();

    public void run() throws InterruptedException {
        Thread other = new Thread(() -> takeBoth(right, left));
        other.start();
        takeBoth(left, right);
        other.join();
    }

    private static void takeBoth(Object first, Object second) {
        synchronized (first) {
            synchronized (second) {
                second.notifyAll();
            }
        }
    }
}
