package telar.soundness;

import java.util.ArrayList;
import java.util.List;

/** Keeps every processor busy with twice as many threads as there are processors, until it is closed. */
final class BusyProcessors implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();

    /** Orders the write of the closing thread before the read that ends each loop. */
    private volatile boolean closed;

    BusyProcessors() {
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(this::spin, "busy-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void spin() {
        while (!closed) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
