// Wrong: names a wrapper of its own instead of the task it was given. Nobody at home knows whose result it is.
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
        Callable<T> named = () -> {
            setName("at work");
            return task.call();
        };
        Result<T> result;
        try {
            result = Result.of(named, named.call());
        } catch (Throwable failure) {
            result = Result.ofFailure(named, failure);
        }
        try {
            home.put(result);
        } catch (InterruptedException e) {
            interrupt();
        }
    }
}
