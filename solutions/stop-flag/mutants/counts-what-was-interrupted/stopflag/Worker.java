// Wrong: finally counts every job, also the one that ended with an InterruptedException.
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
                job.doOnce();
            } catch (InterruptedException woken) {
            } finally {
                processed++;
            }
        }
    }
}
