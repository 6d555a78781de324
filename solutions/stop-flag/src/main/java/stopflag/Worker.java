package stopflag;

/** Does a job again and again in a thread of its own, until somebody says stop. */
public final class Worker {

    private final Job job;
    private final Thread thread;

    /** Written by whoever stops the worker, read by the worker: volatile makes sure that it sees the change. */
    private volatile boolean stopped;

    /** Written by the worker alone, so ++ loses nothing; read by others, so it is volatile. */
    private volatile long processed;

    /** A worker for this job. It does nothing before {@link #start}. */
    public Worker(Job job) {
        this.job = job;
        thread = new Thread(this::work, "worker");
    }

    /** Begins to work and returns at once. Called once. */
    public void start() {
        thread.start();
    }

    /** Ends the work. Called after {@link #start}, by any other thread, also more than once. */
    public void stop() {
        // The flag first: whoever is woken by the interrupt looks at the flag next, and must find it set.
        stopped = true;
        // The flag alone is not enough: a job that waits does not look at it.
        thread.interrupt();
    }

    /** How many times the job has been done. May be called by any thread. */
    public long processed() {
        return processed;
    }

    private void work() {
        // The interrupt alone is not enough either: a job may swallow it. So the flag is looked at before every job.
        while (!stopped) {
            try {
                job.doOnce();
                processed++;
            } catch (InterruptedException woken) {
                // Only stop() interrupts this thread, and it has set the flag before: the loop ends.
            }
        }
    }
}
