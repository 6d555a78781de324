// Wrong: after the failure it goes on and sends an empty result too. The reader counts two cards, both of the same task, and leaves.
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
        T value = null;
        try {
            try {
                value = task.call();
            } catch (Throwable failure) {
                home.put(Result.ofFailure(task, failure));
            }
            home.put(Result.of(task, value));
        } catch (InterruptedException e) {
            interrupt();
        }
    }
}
