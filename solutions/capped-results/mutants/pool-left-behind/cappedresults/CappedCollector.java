// Wrong: the pool keeps its idle threads for ever.
package cappedresults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.ExecutionException;

/** A lab: it runs tasks, never more of them at once than it has tanks, and brings every result home. */
public final class CappedCollector {
    private final ThreadPoolExecutor tanks;

    public CappedCollector(int cap) {
        tanks = new ThreadPoolExecutor(cap, cap, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    public <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        List<Future<Result<T>>> films = new ArrayList<>();
        for (Callable<T> task : tasks) {
            films.add(tanks.submit(() -> develop(task)));
        }
        try {
            List<Result<T>> results = new ArrayList<>();
            for (Future<Result<T>> film : films) {
                results.add(film.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            films.forEach(film -> film.cancel(false));
            throw e;
        }
    }

    private static <T> Result<T> develop(Callable<T> task) {
        try {
            return Result.of(task, task.call());
        } catch (Throwable failure) {
            return Result.ofFailure(task, failure);
        }
    }
}
