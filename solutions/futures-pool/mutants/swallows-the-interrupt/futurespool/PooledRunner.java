// Wrong: catches the interrupt and goes on waiting as if nothing had happened.
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
            List<Future<T>> tickets = new ArrayList<>();
            for (Callable<T> task : tasks) {
                tickets.add(pool.submit(task));
            }
            List<T> results = new ArrayList<>();
            ExecutionException firstFailure = null;
            for (Future<T> ticket : tickets) {
                boolean open = true;
                while (open) {
                    try {
                        results.add(ticket.get());
                        open = false;
                    } catch (InterruptedException interrupted) {
                        open = true;
                    } catch (ExecutionException failure) {
                        open = false;
                        firstFailure = firstFailure == null ? failure : firstFailure;
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
