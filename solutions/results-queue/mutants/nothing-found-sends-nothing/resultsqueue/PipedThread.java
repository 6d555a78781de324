// Wrong: a task that returns null sends nothing. The reader waits for its result for ever.
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
        Result<T> result = null;
        try {
            T value = task.call();
            if (value != null) {
                result = Result.of(task, value);
            }
        } catch (Throwable failure) {
            result = Result.ofFailure(task, failure);
        }
        if (result == null) {
            return;
        }
        try {
            home.put(result);
        } catch (InterruptedException e) {
            interrupt();
        }
    }
}
