// Wrong: a pool that begins with two threads and an endless queue never has a third.
package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public final class PooledRunner {

    private final int workers;

    public PooledRunner(int workers) {
        this.workers = workers;
    }

    public <T> List<T> runAll(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService pool =
                new ThreadPoolExecutor(Math.min(2, workers), workers, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
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
