// Right: a single-threaded executor runs the steps; bookkeeping happens on its thread, too.
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

    // Touched only by the executor's thread, which orders everything by itself.
    private final Set<Task> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Task> early = Collections.newSetFromMap(new IdentityHashMap<>());
    private int unfinished;
    private boolean closing;

    private boolean closed;

    public EventLoop() {}

    public synchronized void submit(Task task) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        thread.execute(
                () -> {
                    unfinished++;
                    run(task);
                });
    }

    public void resume(Task task) {
        thread.execute(
                () -> {
                    if (waiting.remove(task)) {
                        run(task);
                    } else {
                        early.add(task);
                    }
                });
    }

    public void close() throws InterruptedException {
        synchronized (this) {
            if (!closed) {
                closed = true;
                thread.execute(
                        () -> {
                            closing = true;
                            endIfDone();
                        });
            }
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
        if (closing && unfinished == 0) {
            allDone.countDown();
        }
    }
}
