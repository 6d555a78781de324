// Right: an explicit lock, and a condition on which only the loop waits.
package eventloop;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One thread that runs the steps of many tasks. */
public final class EventLoop {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition bell = lock.newCondition();
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
    public void submit(Task task) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the loop is closed");
            }
            unfinished++;
            due.addLast(task);
            bell.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Makes the next step of a task due that waits, or of one that is about to wait. */
    public void resume(Task task) {
        lock.lock();
        try {
            if (waiting.remove(task)) {
                due.addLast(task);
                bell.signal();
            } else {
                resumedEarly.add(task);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes no more tasks, and returns when all that were submitted have finished. Soon after that the loop's thread has ended.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public void close() throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            bell.signal();
        } finally {
            lock.unlock();
        }
        thread.join();
    }

    private void loop() {
        for (Task task = next(); task != null; task = next()) {
            Step then;
            try {
                then = task.step();
            } catch (RuntimeException | Error failed) {
                then = Step.DONE; // this task is over; the others are not
            }
            after(task, then);
        }
    }

    /** The next task that is due; null when there will never be one again. */
    private Task next() {
        lock.lock();
        try {
            return nextUnderLock();
        } finally {
            lock.unlock();
        }
    }

    private Task nextUnderLock() {
        while (due.isEmpty()) {
            if (closed && unfinished == 0) {
                return null;
            }
            try {
                bell.await();
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
        return due.removeFirst();
    }

    private void after(Task task, Step then) {
        lock.lock();
        try {
            afterUnderLock(task, then);
        } finally {
            lock.unlock();
        }
    }

    private void afterUnderLock(Task task, Step then) {
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
