package telar.bench.programs;

/** One thread waits for another to open a gate. Wrong: it does not look whether the gate is open already. */
public final class MissedSignal {
    private final Object lock = new Object();
    private boolean open;

    private MissedSignal() {}

    public static void wrong() {
        MissedSignal gate = new MissedSignal();
        Together.run(gate::passBlindly, gate::openUp);
    }

    public static void right() {
        MissedSignal gate = new MissedSignal();
        Together.run(gate::pass, gate::openUp);
    }

    private void openUp() {
        synchronized (lock) {
            open = true;
            lock.notifyAll();
        }
    }

    private void passBlindly() {
        try {
            synchronized (lock) {
                lock.wait();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void pass() {
        try {
            synchronized (lock) {
                while (!open) {
                    lock.wait();
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
