package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** A photo lab: a pool of workers runs the tasks, and the results come back in the order of the tasks. */
public final class PooledRunner {

    /** A lab with {@code workers} workers, at least one. */
    public PooledRunner(int workers) {
        // TODO Keep what runAll needs.
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
        // TODO Today the caller does all the work alone, one task after another, and the first failure ends it.
        //      Let a pool run the tasks and keep their results. When does the pool end?
        List<T> results = new ArrayList<>();
        for (Callable<T> task : tasks) {
            try {
                results.add(task.call());
            } catch (Exception failure) {
                throw new ExecutionException(failure);
            }
        }
        return results;
    }
}
