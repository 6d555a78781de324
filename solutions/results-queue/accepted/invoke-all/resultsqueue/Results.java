// A pool with a thread for each task: invokeAll waits for all, and each future says how its task ended.
package resultsqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Results {

    private Results() {}

    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, tasks.size()));
        try {
            List<Future<T>> futures = pool.invokeAll(tasks);
            List<Result<T>> results = new ArrayList<>();
            for (int i = 0; i < tasks.size(); i++) {
                results.add(resultOf(tasks.get(i), futures.get(i)));
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private static <T> Result<T> resultOf(Callable<T> task, Future<T> future) throws InterruptedException {
        try {
            return Result.of(task, future.get());
        } catch (ExecutionException e) {
            return Result.ofFailure(task, e.getCause());
        }
    }
}
