// Wrong: a landlady who wakes up leaves without looking again.
package workqueue;

import java.util.ArrayDeque;
import java.util.Deque;

/** A queue of tasks that knows when all of them are done. */
public final class TaskQueue<T> {
    private final Deque<T> waiting = new ArrayDeque<>();
    private int unfinished;

    /** Lines a task up at the end; never waits. */
    public synchronized void put(T task) {
        waiting.addLast(task);
        unfinished++;
        notifyAll();
    }

    /**
     * Takes out the task that has waited longest; waits while there is none.
     *
     * @throws InterruptedException if interrupted while waiting; nothing was taken then
     */
    public synchronized T take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.removeFirst();
    }

    /**
     * Says that one task that was put is done.
     *
     * @throws IllegalStateException if no task is unfinished; nothing has changed then
     */
    public synchronized void taskDone() {
        if (unfinished == 0) {
            throw new IllegalStateException("more tasks done than put");
        }
        unfinished--;
        if (unfinished == 0) {
            notifyAll();
        }
    }

    /**
     * Returns when every task that was put is done.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public synchronized void join() throws InterruptedException {
        if (unfinished > 0) {
            wait();
        }
    }
}
