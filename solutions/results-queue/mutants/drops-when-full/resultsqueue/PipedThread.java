// Wrong: offer() instead of put(). Two threads finish while there is room for one: the second result is dropped.
package resultsqueue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

public class PipedThread<T> extends Thread {

    private final BlockingQueue<Result<T>> home;
    private final Callable<T> task;

    public PipedThread(BlockingQueue<Result<T>> home, Callable<T> task) {
        this.home = home;
        this.task = task;
    }

    @Override
    public void run() {
        Result<T> result;
        try {
            result = Result.of(task, task.call());
        } catch (Throwable failure) {
            result = Result.ofFailure(task, failure);
        }
        home.offer(result);
    }
}
