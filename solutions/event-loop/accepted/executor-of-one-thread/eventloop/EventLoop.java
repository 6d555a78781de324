// Right: a single-threaded executor runs the steps; who waits and who has been resumed early is noted at once, under the monitor.
package eventloop;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One thread that runs the steps of many tasks. */
public final class EventLoop {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CountDownLatch allDone = new CountDownLatch(1);

    // Guarded by this object's monitor.
    private final Set<Task> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Task> early = Collections.newSetFromMap(new IdentityHashMap<>());
    private int unfinished;
    private boolean closed;

    public EventLoop() {}

    public synchronized void submit(Task task) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        unfinished++;
        thread.execute(() -> run(task));
    }

    public synchronized void resume(Task task) {
        if (waiting.remove(task)) {
            thread.execute(() -> run(task));
        } else {
            early.add(task);
        }
    }

    public void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            endIfDone();
        }
        allDone.await();
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.DAYS);
    }

    private void run(Task task) {
        Step then = Step.DONE;
        try {
            then = task.step();
        } catch (RuntimeException | Error failed) {
            // over
        }
        after(task, then);
    }

    private synchronized void after(Task task, Step then) {
        if (then == Step.AGAIN || then == Step.WAIT && early.remove(task)) {
            thread.execute(() -> run(task));
        } else if (then == Step.WAIT) {
            waiting.add(task);
        } else {
            early.remove(task);
            unfinished--;
            endIfDone();
        }
    }

    private void endIfDone() {
        if (closed && unfinished == 0) {
            allDone.countDown();
        }
    }
}
