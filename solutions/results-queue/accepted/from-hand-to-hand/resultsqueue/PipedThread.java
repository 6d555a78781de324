// A FutureTask runs the task and remembers how it ended; this thread reads the end from it and sends it.
package resultsqueue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public class PipedThread<T> extends Thread {

    private final BlockingQueue<Result<T>> home;
    private final Callable<T> task;

    public PipedThread(BlockingQueue<Result<T>> home, Callable<T> task) {
        this.home = home;
        this.task = task;
    }

    @Override
    public void run() {
        FutureTask<T> running = new FutureTask<>(task);
        running.run();
        try {
            home.put(endOf(running));
        } catch (InterruptedException e) {
            interrupt();
        }
    }

    private Result<T> endOf(FutureTask<T> over) throws InterruptedException {
        try {
            return Result.of(task, over.get());
        } catch (ExecutionException e) {
            return Result.ofFailure(task, e.getCause());
        }
    }
}
