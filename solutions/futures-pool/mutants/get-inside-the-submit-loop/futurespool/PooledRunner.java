// Wrong: waits for each result before it hands in the next task.
package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
            List<T> results = new ArrayList<>();
            ExecutionException firstFailure = null;
            for (Callable<T> task : tasks) {
                try {
                    results.add(pool.submit(task).get());
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
