// Wrong: catching the exception clears the interrupt, and the worker waits for the next plate as if nothing had been said.
package stopflag;

public final class Worker {

    private final Job job;
    private final Thread thread;

    private volatile long processed;

    public Worker(Job job) {
        this.job = job;
        thread = new Thread(this::work, "worker");
    }

    public void start() {
        thread.start();
    }

    public void stop() {
        thread.interrupt();
    }

    public long processed() {
        return processed;
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                job.doOnce();
                processed++;
            } catch (InterruptedException woken) {
            }
        }
    }
}
