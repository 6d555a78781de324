// Wrong: the semaphore starts with one permit too many. Two tasks and one oven: both get in.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final Semaphore ovens;

    public CappedRunner(int cap) {
        ovens = new Semaphore(cap + 1);
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            ovens.acquire();
            Thread thread = new Thread(() -> bake(task));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
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
