package telar.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import telar.engine.Observe;

/**
 * Counts how many threads are inside at once, and the most there ever were. Counted, never timed. Entering and leaving are steps
 * that the search sees; they order nothing in the submission.
 */
public final class Gauge {
    /*
     * Guarded by this object's monitor. Under the engine one thread runs at a time and there is no scheduling point inside the
     * guarded blocks, so the monitor is never contended; in real time it orders the counts of real threads.
     */
    private int inside;
    private int most;

    public void enter() {
        step("enters the gauge");
        synchronized (this) {
            inside++;
            most = Math.max(most, inside);
        }
    }

    public void exit() {
        step("leaves the gauge");
        synchronized (this) {
            inside--;
        }
    }

    /** The task, gauged: inside from its first step to its last, also when it throws. */
    public Runnable around(Runnable task) {
        return () -> {
            enter();
            try {
                task.run();
            } finally {
                exit();
            }
        };
    }

    /** The task, gauged. */
    public <T> Callable<T> aroundCall(Callable<T> task) {
        return () -> {
            enter();
            try {
                return task.call();
            } finally {
                exit();
            }
        };
    }

    /** That many copies of the task, gauged together. */
    public List<Runnable> around(Runnable task, int copies) {
        return new ArrayList<>(Collections.nCopies(copies, around(task)));
    }

    /** How many are inside now. */
    synchronized int inside() {
        return inside;
    }

    /** The most that were ever inside at once. */
    synchronized int most() {
        return most;
    }

    private void step(String text) {
        if (Observe.active()) {
            Observe.step(this, text);
        }
    }
}
