// CompletableFutures on a pool of the right size; failures are taken out of their wrapping.
package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class PooledRunner {

    private final int workers;

    public PooledRunner(int workers) {
        this.workers = workers;
    }

    public <T> List<T> runAll(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<CompletableFuture<T>> futures = new ArrayList<>();
            for (Callable<T> task : tasks) {
                CompletableFuture<T> future = new CompletableFuture<>();
                futures.add(future);
                pool.execute(() -> {
                    try {
                        future.complete(task.call());
                    } catch (Throwable failure) {
                        future.completeExceptionally(failure);
                    }
                });
            }
            List<T> results = new ArrayList<>();
            ExecutionException first = null;
            for (CompletableFuture<T> future : futures) {
                try {
                    results.add(future.get());
                } catch (ExecutionException failure) {
                    first = first == null ? failure : first;
                }
            }
            if (first != null) {
                throw first;
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
