// Wrong: a baker looks whether it is closing time before waiting for an oven, and not again after it.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

public final class CappedRunner {

    private final int cap;
    private final Semaphore ovens;

    public CappedRunner(int cap) {
        this.cap = cap;
        ovens = new Semaphore(cap);
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>(tasks);
        AtomicBoolean closed = new AtomicBoolean();
        List<Thread> bakers = new ArrayList<>();
        for (int i = 0; i < Math.min(cap, tasks.size()); i++) {
            Thread baker = new Thread(() -> bakeAll(waiting, closed));
            bakers.add(baker);
            baker.start();
        }
        try {
            for (Thread baker : bakers) {
                baker.join();
            }
        } catch (InterruptedException closing) {
            closed.set(true);
            throw closing;
        }
    }

    private void bakeAll(Queue<Runnable> waiting, AtomicBoolean closed) {
        while (!closed.get()) {
            ovens.acquireUninterruptibly();
            try {
                Runnable task = waiting.poll();
                if (task == null) {
                    return;
                }
                task.run();
            } catch (RuntimeException burnt) {
                // the next one
            } finally {
                ovens.release();
            }
        }
    }
}
