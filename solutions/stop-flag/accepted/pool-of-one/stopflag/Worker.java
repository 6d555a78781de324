// Idea: an executor with one thread brings flag and interrupt along: shutdownNow() sets the one and sends the other.
package stopflag;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

public final class Worker {

    private final Job job;
    private final LongAdder processed = new LongAdder();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    public Worker(Job job) {
        this.job = job;
    }

    public void start() {
        thread.execute(this::work);
    }

    public void stop() {
        thread.shutdownNow();
    }

    public long processed() {
        return processed.sum();
    }

    private void work() {
        while (!thread.isShutdown()) {
            try {
                job.doOnce();
                processed.increment();
            } catch (InterruptedException woken) {
                return;
            }
        }
    }
}
