// Closes the pool right after handing in: shutdown still does everything, and a latch says when.
package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
        CountDownLatch open = new CountDownLatch(tasks.size());
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) {
            futures.add(pool.submit(() -> {
                try {
                    return task.call();
                } finally {
                    open.countDown();
                }
            }));
        }
        pool.shutdown();
        open.await();
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
