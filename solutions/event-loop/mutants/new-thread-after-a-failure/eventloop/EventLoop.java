// Wrong: a step that throws kills the thread, and a new one goes on.
package eventloop;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** One thread that runs the steps of many tasks. */
public final class EventLoop {
    // All guarded by this object's monitor. Steps run outside of it: they may call submit and resume, and others may meanwhile.
    private final Deque<Task> due = new ArrayDeque<>();
    private final Set<Task> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Task> resumedEarly = Collections.newSetFromMap(new IdentityHashMap<>());
    private int unfinished;
    private boolean closed;

    private volatile Thread thread = new Thread(this::loop, "event-loop");

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
            // The bell has rung before the task could wait: it is remembered until it does.
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
        // Outside the monitor: the loop needs it to come to its end.
        for (Thread last = null; last != thread; ) {
            last = thread;
            last.join();
        }
    }

    private void loop() {
        for (Task task = next(); task != null; task = next()) {
            Step then;
            try {
                then = task.step();
            } catch (RuntimeException | Error failed) {
                after(task, Step.DONE);
                thread = new Thread(this::loop, "event-loop");
                thread.start();
                return;
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
                // Looking and falling asleep are one step under the monitor: no bell can ring in between.
                wait();
            } catch (InterruptedException e) {
                // Nobody has a reason to interrupt this thread but a step that did it to itself; the loop goes on.
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
