package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A photo lab: a pool of workers runs the tasks, and the results come back in the order of the tasks.
 *
 * <p>The futures do two jobs: they carry results and failures, and they order the threads. Whatever a task wrote is visible to
 * the thread that got its future, so nothing here needs a lock.
 */
public final class PooledRunner {

    private final int workers;

    /** A lab with {@code workers} workers, at least one. */
    public PooledRunner(int workers) {
        this.workers = workers;
    }

    /**
     * Runs every task once, {@code workers} of them at the same time, and waits for all.
     *
     * @return the results in the order of the tasks
     * @throws ExecutionException if a task failed, with the failure of the first such task in the list as its cause; all the
     *     others have run
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public <T> List<T> runAll(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            // First hand in everything: a get() in this loop would let the team work one by one.
            List<Future<T>> tickets = new ArrayList<>();
            for (Callable<T> task : tasks) {
                tickets.add(pool.submit(task));
            }
            // Ask in the order of submission. A failure is remembered until every other task has ended.
            List<T> results = new ArrayList<>();
            ExecutionException firstFailure = null;
            for (Future<T> ticket : tickets) {
                try {
                    results.add(ticket.get());
                } catch (ExecutionException failure) {
                    if (firstFailure == null) {
                        firstFailure = failure;
                    }
                }
            }
            if (firstFailure != null) {
                throw firstFailure;
            }
            return results;
        } finally {
            // On every way out. shutdown lets what was handed in be done; shutdownNow would drop what is still queued.
            pool.shutdown();
        }
    }
}
