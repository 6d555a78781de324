// Wrong: a cook who is interrupted leaves the line, and takes along the task that came at the same moment.
package workqueue;

import java.util.ArrayDeque;
import java.util.Deque;

public final class TaskQueue<T> {
    private static final class Ticket<T> {
        private T task;
    }

    private final Deque<T> waiting = new ArrayDeque<>();
    private final Deque<Ticket<T>> cooks = new ArrayDeque<>();
    private int unfinished;

    public synchronized void put(T task) {
        unfinished++;
        if (cooks.isEmpty()) {
            waiting.addLast(task);
        } else {
            cooks.removeFirst().task = task;
            notifyAll();
        }
    }

    public synchronized T take() throws InterruptedException {
        if (!waiting.isEmpty()) {
            return waiting.removeFirst();
        }
        Ticket<T> mine = new Ticket<>();
        cooks.addLast(mine);
        try {
            while (mine.task == null) {
                wait();
            }
            return mine.task;
        } catch (InterruptedException e) {
            cooks.remove(mine);
            throw e;
        }
    }

    public synchronized void taskDone() {
        if (unfinished == 0) {
            throw new IllegalStateException("more tasks done than put");
        }
        unfinished--;
        if (unfinished == 0) {
            notifyAll();
        }
    }

    public synchronized void join() throws InterruptedException {
        while (unfinished > 0) {
            wait();
        }
    }
}
