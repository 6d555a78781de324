// Idea: flag and number are plain fields that nobody touches without the lock; the job itself runs outside it.
package stopflag;

public final class Worker {

    private final Object lock = new Object();
    private final Job job;
    private Thread thread;
    private boolean stopped;
    private long processed;

    public Worker(Job job) {
        this.job = job;
    }

    public void start() {
        synchronized (lock) {
            thread = new Thread(this::work);
            thread.start();
        }
    }

    public void stop() {
        synchronized (lock) {
            stopped = true;
            thread.interrupt();
        }
    }

    public long processed() {
        synchronized (lock) {
            return processed;
        }
    }

    private void work() {
        while (goesOn()) {
            try {
                job.doOnce();
            } catch (InterruptedException woken) {
                return;
            }
            synchronized (lock) {
                processed++;
            }
        }
    }

    private boolean goesOn() {
        synchronized (lock) {
            return !stopped;
        }
    }
}
