// Right: the JDK's queue for the tasks, an atomic count, and a monitor only for the end.
package workqueue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A queue of tasks that knows when all of them are done. */
public final class TaskQueue<T> {
    private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger unfinished = new AtomicInteger();

    public void put(T task) {
        unfinished.incrementAndGet();
        waiting.add(task);
    }

    public T take() throws InterruptedException {
        return waiting.take();
    }

    public void taskDone() {
        int before = unfinished.getAndUpdate(n -> Math.max(0, n - 1));
        if (before == 0) {
            throw new IllegalStateException("more tasks done than put");
        }
        if (before == 1) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    public void join() throws InterruptedException {
        synchronized (this) {
            while (unfinished.get() > 0) {
                wait();
            }
        }
    }
}
