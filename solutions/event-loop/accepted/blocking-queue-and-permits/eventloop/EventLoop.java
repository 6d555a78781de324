// Right: a blocking queue feeds the thread; each task has a small state of its own in an atomic.
package eventloop;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** One thread that runs the steps of many tasks. */
public final class EventLoop {
    private enum State { BUSY, RESUMED, WAITING }

    private final BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();
    private final Map<Task, AtomicReference<State>> states = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Thread thread = new Thread(this::loop);

    // Guarded by this object's monitor.
    private int unfinished;
    private boolean closed;

    public EventLoop() {
        thread.start();
    }

    public void submit(Task task) {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            unfinished++;
            due.add(() -> run(task));
        }
    }

    private AtomicReference<State> state(Task task) {
        return states.computeIfAbsent(task, t -> new AtomicReference<>(State.BUSY));
    }

    public void resume(Task task) {
        State before = state(task).getAndUpdate(s -> s == State.WAITING ? State.BUSY : State.RESUMED);
        if (before == State.WAITING) {
            due.add(() -> run(task));
        }
    }

    public void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            due.add(() -> {});
        }
        thread.join();
    }

    private void loop() {
        while (!over()) {
            try {
                due.take().run();
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }

    private synchronized boolean over() {
        return closed && unfinished == 0;
    }

    private void run(Task task) {
        Step then = Step.DONE;
        try {
            then = task.step();
        } catch (Throwable failed) {
            // over
        }
        if (then == Step.AGAIN) {
            due.add(() -> run(task));
        } else if (then == Step.WAIT) {
            if (state(task).getAndUpdate(s -> s == State.RESUMED ? State.BUSY : State.WAITING) == State.RESUMED) {
                due.add(() -> run(task));
            }
        } else {
            synchronized (this) {
                unfinished--;
            }
        }
    }
}
