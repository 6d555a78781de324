// Right: what was put and what is done are counted separately; they are equal when all is done.
package workqueue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A queue of tasks that knows when all of them are done. */
public final class TaskQueue<T> {
    private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();
    private final Object kitchen = new Object();
    private long put;
    private long done;

    public void put(T task) {
        synchronized (kitchen) {
            put++;
        }
        waiting.add(task);
    }

    public T take() throws InterruptedException {
        return waiting.take();
    }

    public void taskDone() {
        synchronized (kitchen) {
            if (done == put) {
                throw new IllegalStateException("more tasks done than put");
            }
            done++;
            kitchen.notifyAll();
        }
    }

    public void join() throws InterruptedException {
        synchronized (kitchen) {
            while (done < put) {
                kitchen.wait();
            }
        }
    }
}
