// Wrong: a task that throws sends nothing. The thread ends, and the reader waits for its result for ever.
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
        try {
            home.put(Result.of(task, task.call()));
        } catch (Throwable failure) {
            System.err.println("the task failed: " + failure.getMessage());
        }
    }
}
