package workqueue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A queue of tasks that knows when all of them are done. */
public final class TaskQueue<T> {
    private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();

    /** Lines a task up at the end; never waits. */
    public void put(T task) {
        waiting.add(task);
    }

    /**
     * Takes out the task that has waited longest; waits while there is none.
     *
     * @throws InterruptedException if interrupted while waiting; nothing was taken then
     */
    public T take() throws InterruptedException {
        return waiting.take();
    }

    /**
     * Says that one task that was put is done.
     *
     * @throws IllegalStateException if no task is unfinished; nothing has changed then
     */
    public void taskDone() {
        // TODO Nobody hears of it today. Who must?
    }

    /**
     * Returns when every task that was put is done.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public void join() throws InterruptedException {
        // TODO Today this returns at once, whatever is on the stove. Wait until all work is done.
    }
}
