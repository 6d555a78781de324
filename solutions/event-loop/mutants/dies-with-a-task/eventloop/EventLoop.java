// Wrong: an exception of a task ends the loop.
package eventloop;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** One thread that runs the steps of many tasks. */
public final class EventLoop {
    private final Deque<Task> due = new ArrayDeque<>();
    private final Set<Task> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Task> resumedEarly = Collections.newSetFromMap(new IdentityHashMap<>());
    private int unfinished;
    private boolean closed;

    private final Thread thread = new Thread(this::loop, "event-loop");

    /** A loop with one thread of its own, which begins at once. */
    public EventLoop() {
        thread.start();
    }

    /**
     * Makes the first step of a task due; returns without waiting for it.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public synchronized void submit(Task task) {
        if (closed) {
            throw new IllegalStateException("the loop is closed");
        }
        unfinished++;
        due.addLast(task);
        notifyAll();
    }

    /** Makes the next step of a task due that waits, or of one that is about to wait. */
    public synchronized void resume(Task task) {
        if (waiting.remove(task)) {
            due.addLast(task);
            notifyAll();
        } else {
            resumedEarly.add(task);
        }
    }

    /**
     * Takes no more tasks, and returns when all that were submitted have finished. Soon after that the loop's thread has ended.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.join();
    }

    private void loop() {
        for (Task task = next(); task != null; task = next()) {
            Step then;
            try {
                then = task.step();
            } finally {
                synchronized (this) {
                    notifyAll();
                }
            }
            after(task, then);
        }
    }

    /** The next task that is due; null when there will never be one again. */
    private synchronized Task next() {
        while (due.isEmpty()) {
            if (closed && unfinished == 0) {
                return null;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
        return due.removeFirst();
    }

    private synchronized void after(Task task, Step then) {
        if (then == Step.AGAIN || then == Step.WAIT && resumedEarly.remove(task)) {
            due.addLast(task);
        } else if (then == Step.WAIT) {
            waiting.add(task);
        } else {
            resumedEarly.remove(task);
            unfinished--;
        }
    }
}
