// Wrong: all threads add to one ArrayList. Two add at once: both write to index 0, one result is gone.
package resultsqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

public class Results {

    private Results() {}

    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        List<Result<T>> results = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Callable<T> task : tasks) {
            Thread thread = new Thread(() -> results.add(outcome(task)));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return results;
    }

    private static <T> Result<T> outcome(Callable<T> task) {
        try {
            return Result.of(task, task.call());
        } catch (Throwable failure) {
            return Result.ofFailure(task, failure);
        }
    }
}
