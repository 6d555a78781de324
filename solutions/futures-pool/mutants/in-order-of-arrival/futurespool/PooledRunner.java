// Wrong: takes the results as they arrive: a quick task overtakes a slow one.
package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
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
            CompletionService<T> finished = new ExecutorCompletionService<>(pool);
            for (Callable<T> task : tasks) {
                finished.submit(task);
            }
            List<T> results = new ArrayList<>();
            ExecutionException firstFailure = null;
            for (int i = 0; i < tasks.size(); i++) {
                try {
                    results.add(finished.take().get());
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
