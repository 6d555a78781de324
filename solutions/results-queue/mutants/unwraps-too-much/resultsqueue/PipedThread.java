// Wrong: what looks like the wrapping of a failure is taken off, although the task threw it.
package resultsqueue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

public class PipedThread<T> extends Thread {

    private final BlockingQueue<Result<T>> home;
    private final Callable<T> task;

    public PipedThread(BlockingQueue<Result<T>> home, Callable<T> task) {
        this.home = home;
        this.task = task;
    }

    @Override
    public void run() {
        Result<T> result = outcome();
        try {
            home.put(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Result<T> outcome() {
        try {
            return Result.of(task, task.call());
        } catch (Throwable failure) {
            return Result.ofFailure(task, root(failure));
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root instanceof ExecutionException && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
