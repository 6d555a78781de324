// Wrong: stop() forgets the thread so that it is not interrupted twice, and nothing orders two that stop at once.
package stopflag;

public final class Worker {

    private final Job job;
    private Thread thread;

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
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
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
