// Wrong: nothing orders the write of the flag before the read in the worker, which may never see it.
package stopflag;

public final class Worker {

    private final Job job;
    private final Thread thread;

    private boolean stopped;

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
                processed++;
            } catch (InterruptedException woken) {
            }
        }
    }
}
