package resultsqueue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

/**
 * A thread that runs one task, sends exactly one result home by queue, whatever happens, and ends.
 *
 * <p>The queue does two jobs: it carries the result, and it orders the threads. Everything that this thread wrote before
 * {@code put} is visible to the thread that takes the result out, so nothing else needs a lock.
 */
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
            // put waits while the queue is full; offer would drop the result, add would throw.
            home.put(result);
        } catch (InterruptedException e) {
            // Somebody asks this thread to stop waiting for room. Keep the request visible, and end.
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the task; always returns, because a reader who waits for a result must get one. */
    private Result<T> outcome() {
        try {
            return Result.of(task, task.call());
        } catch (Throwable failure) {
            // Not only Exception: an Error would end this thread just as silently, and the reader would wait for ever.
            return Result.ofFailure(task, failure);
        }
    }
}
