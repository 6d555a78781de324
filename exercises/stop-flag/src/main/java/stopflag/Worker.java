package stopflag;

/** Does a job again and again in a thread of its own, until somebody says stop. */
public final class Worker {

    private final Job job;
    private boolean stopped;
    private long processed;

    /** A worker for this job. It does nothing before {@link #start}. */
    public Worker(Job job) {
        this.job = job;
    }

    /** Begins to work and returns at once. Called once. */
    public void start() {
        new Thread(this::work, "worker").start();
    }

    /** Ends the work. Called after {@link #start}, by any other thread, also more than once. */
    public void stop() {
        // TODO Who promises that the worker ever sees this? And what if it is just waiting for the next plate?
        stopped = true;
    }

    /** How many times the job has been done. May be called by any thread. */
    public long processed() {
        // TODO The worker writes this number while others read it.
        return processed;
    }

    private void work() {
        while (!stopped) {
            try {
                job.doOnce();
                processed++;
            } catch (InterruptedException woken) {
                // TODO Who interrupts the worker, and what for?
            }
        }
    }
}
