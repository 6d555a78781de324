// Wrong: two atomic steps are not one. Two tasks both see a free oven before either of them counts itself in.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final AtomicInteger inUse = new AtomicInteger();
    private final int cap;

    public CappedRunner(int cap) {
        this.cap = cap;
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            threads.add(new Thread(() -> bake(task)));
        }
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException closing) {
            threads.forEach(Thread::interrupt);
            throw closing;
        }
    }

    private void bake(Runnable task) {
        while (inUse.get() >= cap) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            Thread.onSpinWait();
        }
        inUse.incrementAndGet();
        try {
            task.run();
        } finally {
            inUse.decrementAndGet();
        }
    }
}
