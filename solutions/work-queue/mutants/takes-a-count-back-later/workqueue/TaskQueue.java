// Wrong: a taskDone too many counts down first and takes that back in a second step.
package workqueue;

import java.util.ArrayDeque;
import java.util.Deque;

public final class TaskQueue<T> {
    private final Deque<T> waiting = new ArrayDeque<>();
    private int unfinished;

    public synchronized void put(T task) {
        waiting.addLast(task);
        unfinished++;
        notifyAll();
    }

    public synchronized T take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.removeFirst();
    }

    public void taskDone() {
        if (count(-1) < 0) {
            count(1);
            throw new IllegalStateException("more tasks done than put");
        }
    }

    private synchronized int count(int step) {
        unfinished += step;
        if (unfinished == 0) {
            notifyAll();
        }
        return unfinished;
    }

    public synchronized void join() throws InterruptedException {
        while (unfinished > 0) {
            wait();
        }
    }
}
