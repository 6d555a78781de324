// Wrong: a cached pool starts a thread for each task that finds no idle one.
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
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            List<Future<T>> tickets = new ArrayList<>();
            for (Callable<T> task : tasks) {
                tickets.add(pool.submit(task));
            }
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
            pool.shutdown();
        }
    }
}
