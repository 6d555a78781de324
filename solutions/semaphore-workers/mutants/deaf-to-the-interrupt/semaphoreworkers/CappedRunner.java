// Wrong: acquireUninterruptibly waits on and bakes everything after closing time. Three tasks, one oven, an interrupt
// while two wait.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final Semaphore ovens;

    public CappedRunner(int cap) {
        ovens = new Semaphore(cap);
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            ovens.acquireUninterruptibly();
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
