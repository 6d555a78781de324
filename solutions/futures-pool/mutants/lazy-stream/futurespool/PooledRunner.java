// Wrong: a stream takes one element through all its steps before it looks at the next: submit, get, submit, get.
package futurespool;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

public final class PooledRunner {

    private final int workers;

    public PooledRunner(int workers) {
        this.workers = workers;
    }

    public <T> List<T> runAll(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            AtomicReference<ExecutionException> firstFailure = new AtomicReference<>();
            List<T> results = tasks.stream()
                    .map(pool::submit)
                    .map(future -> outcome(future, firstFailure))
                    .collect(Collectors.toList());
            if (firstFailure.get() != null) {
                throw firstFailure.get();
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private static <T> T outcome(Future<T> future, AtomicReference<ExecutionException> firstFailure) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            firstFailure.compareAndSet(null, failure);
            return null;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
