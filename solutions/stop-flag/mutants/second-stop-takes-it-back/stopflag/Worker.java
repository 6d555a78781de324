// Wrong: stop() turns the switch round, so the second one switches the worker on again.
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
        stopped = !stopped;
        thread.interrupt();
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
