// Idea: the number is an AtomicLong, and stop() wakes the worker and then waits until it has ended.
package stopflag;

import java.util.concurrent.atomic.AtomicLong;

public final class Worker {

    private final Job job;
    private final Thread thread;

    private volatile boolean stopped;

    private final AtomicLong processed = new AtomicLong();

    public Worker(Job job) {
        this.job = job;
        thread = new Thread(this::work, "worker");
    }

    public void start() {
        thread.start();
    }

    public void stop() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public long processed() {
        return processed.get();
    }

    private void work() {
        while (!stopped) {
            try {
                job.doOnce();
                processed.incrementAndGet();
            } catch (InterruptedException woken) {
            }
        }
    }
}
