package telar.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Keeps every processor busy with twice as many threads as there are processors, while something else is done. */
final class BusyProcessors {
    private final List<Thread> threads = new ArrayList<>();

    /** Orders the write of the thread that ends it before the read that ends each loop. */
    private volatile boolean over;

    private BusyProcessors() {
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(this::spin, "busy-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    static <T> T during(Supplier<T> work) {
        BusyProcessors busy = new BusyProcessors();
        try {
            return work.get();
        } finally {
            busy.end();
        }
    }

    private void spin() {
        while (!over) {
            Thread.onSpinWait();
        }
    }

    private void end() {
        over = true;
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
