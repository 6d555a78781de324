// Does not override run(): hands its work to the constructor of Thread as a Runnable.
package resultsqueue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

public class PipedThread<T> extends Thread {

    public PipedThread(BlockingQueue<Result<T>> home, Callable<T> task) {
        super(() -> send(home, task));
    }

    private static <T> void send(BlockingQueue<Result<T>> home, Callable<T> task) {
        Result<T> result;
        try {
            result = Result.of(task, task.call());
        } catch (Throwable failure) {
            result = Result.ofFailure(task, failure);
        }
        try {
            home.put(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
