// Wrong: it waits for each task before it starts the next. Every schedule: the second oven stays cold.
package semaphoreworkers;

import java.util.List;
import java.util.concurrent.Semaphore;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final Semaphore ovens;

    public CappedRunner(int cap) {
        ovens = new Semaphore(cap);
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        for (Runnable task : tasks) {
            ovens.acquire();
            Thread thread = new Thread(() -> bake(task));
            thread.start();
            thread.join();
        }
    }

    private void bake(Runnable task) {
        try {
            task.run();
        } finally {
            ovens.release();
        }
    }
}
