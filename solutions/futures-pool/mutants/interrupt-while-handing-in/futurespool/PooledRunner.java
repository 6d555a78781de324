// Wrong: an interrupt while films are still handed in skips the shutdown.
package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

public final class PooledRunner {

    private final int workers;

    public PooledRunner(int workers) {
        this.workers = workers;
    }

    public <T> List<T> runAll(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        Semaphore desk = new Semaphore(workers);
        List<Future<T>> tickets = new ArrayList<>();
        for (Callable<T> task : tasks) {
            desk.acquire();
            tickets.add(
                    pool.submit(
                            () -> {
                                try {
                                    return task.call();
                                } finally {
                                    desk.release();
                                }
                            }));
        }
        try {
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
