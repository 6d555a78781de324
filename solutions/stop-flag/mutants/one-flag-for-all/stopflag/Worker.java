// Wrong: static shares the flag: who stops one worker stops all of them.
package stopflag;

public final class Worker {

    private final Job job;
    private final Thread thread;

    private static volatile boolean stopped;

    private volatile long processed;

    public Worker(Job job) {
        this.job = job;
        stopped = false;
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
