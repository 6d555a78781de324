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
        // TODO: run the task and put its result into the queue. What if the task throws? What if the queue is full?
        throw new UnsupportedOperationException("TODO: write PipedThread.run()");
    }
}
