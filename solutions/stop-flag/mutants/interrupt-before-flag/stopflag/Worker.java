// Wrong: the worker wakes, finds the flag not yet set, and waits for the next plate, for ever.
package stopflag;

public final class Worker {

    private final Job job;
    private final Thread thread;

    private volatile boolean stopped;

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
        stopped = true;
    }

    public long processed() {
        return processed;
    }

    private void work() {
        while (!stopped) {
            try {
                job.doOnce();
                processed++;
            } catch (InterruptedException woken) {
            }
        }
    }
}
