package telar.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import telar.exercise.Check;
import telar.exercise.KitException;
import telar.wire.TimeMode;

/**
 * Who grades programs side by side: as many at a time as there are processors, and more where checks run in real time, because those
 * mostly wait. Thread-safe.
 */
final class Workers implements AutoCloseable {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final ExecutorService usual = Executors.newFixedThreadPool(PROCESSORS);
    private final ExecutorService many = Executors.newFixedThreadPool(3 * PROCESSORS);

    /**
     * Does all the jobs and returns their results in the same order.
     *
     * @param checks what the jobs run; none if that is not known
     */
    <T> List<T> all(List<Callable<T>> jobs, List<Check> checks) {
        ExecutorService workers = checks.stream().anyMatch(check -> check.time() == TimeMode.REAL) ? many : usual;
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : workers.invokeAll(jobs)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KitException("The proof was interrupted. Start it again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KitException kit) {
                throw kit;
            }
            throw new IllegalStateException("a program could not be graded", e.getCause());
        }
    }

    @Override
    public void close() {
        usual.shutdownNow();
        many.shutdownNow();
    }
}
