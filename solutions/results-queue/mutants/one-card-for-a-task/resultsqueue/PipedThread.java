// Wrong: cards are kept by task, so that two of the same task count as one.
package resultsqueue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

/** A thread that runs one task, sends exactly one result home by queue, whatever happens, and ends. */
public class PipedThread<T> extends Thread {

    private final BlockingQueue<Result<T>> home;
    private final Callable<T> task;

    public PipedThread(BlockingQueue<Result<T>> home, Callable<T> task) {
        this.home = home;
        this.task = task;
    }

    @Override
    public void run() {
        send(explore());
    }

    private Result<T> explore() {
        try {
            return Result.of(task, task.call());
        } catch (Throwable failure) {
            return Result.ofFailure(task, failure);
        }
    }

    /** Waits as long as it takes; a task that left its thread interrupted must not cost us the card. */
    private void send(Result<T> card) {
        boolean interrupted = false;
        for (boolean sent = false; !sent; ) {
            try {
                home.put(card);
                sent = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            interrupt();
        }
    }
}
