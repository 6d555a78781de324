// Wrong: the plate counts as washed when it has just been begun.
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
        stopped = true;
        thread.interrupt();
    }

    public long processed() {
        return processed;
    }

    private void work() {
        while (!stopped) {
            try {
                processed++;
                job.doOnce();
            } catch (InterruptedException woken) {
            }
        }
    }
}
