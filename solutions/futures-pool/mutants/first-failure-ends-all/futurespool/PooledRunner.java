// Wrong: the first failing get() leaves at once and throws away the rest of the queue.
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
            for (Future<T> ticket : tickets) {
                results.add(ticket.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
