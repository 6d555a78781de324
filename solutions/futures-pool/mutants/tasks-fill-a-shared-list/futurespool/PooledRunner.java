// Wrong: the tasks add their results to one ArrayList themselves.
package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class PooledRunner {

    private final int workers;

    public PooledRunner(int workers) {
        this.workers = workers;
    }

    public <T> List<T> runAll(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<T> results = new ArrayList<>();
            List<Future<Boolean>> tickets = new ArrayList<>();
            for (Callable<T> task : tasks) {
                tickets.add(pool.submit(() -> results.add(task.call())));
            }
            ExecutionException firstFailure = null;
            for (Future<Boolean> ticket : tickets) {
                try {
                    ticket.get();
                } catch (ExecutionException failure) {
                    firstFailure = firstFailure == null ? failure : firstFailure;
                }
            }
            if (firstFailure != null) {
                throw firstFailure;
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
