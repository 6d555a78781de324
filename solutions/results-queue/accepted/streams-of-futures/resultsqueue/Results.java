// A thread for each task completes a future; a stream joins them. No exception ever crosses a future: it travels in the result.
package resultsqueue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

public class Results {

    private Results() {}

    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) {
        // toList() between the two steps: all are started before the first join.
        return tasks.stream().map(Results::send).toList().stream().map(CompletableFuture::join).toList();
    }

    private static <T> CompletableFuture<Result<T>> send(Callable<T> task) {
        CompletableFuture<Result<T>> card = new CompletableFuture<>();
        new Thread(() -> card.complete(outcome(task))).start();
        return card;
    }

    private static <T> Result<T> outcome(Callable<T> task) {
        try {
            return Result.of(task, task.call());
        } catch (Throwable failure) {
            return Result.ofFailure(task, failure);
        }
    }
}
