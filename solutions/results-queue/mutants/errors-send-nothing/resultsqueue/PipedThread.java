// Wrong: catches Exception only. A task that throws an Error ends the thread, and the reader waits for ever.
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
        } catch (Exception failure) {
            result = Result.ofFailure(task, failure);
        }
        try {
            home.put(result);
        } catch (InterruptedException e) {
            interrupt();
        }
    }
}
