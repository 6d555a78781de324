// Wrong: each call of runAll has ovens of its own. Two calls at once: each lets one task in, and the only oven holds
// two.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final int cap;

    public CappedRunner(int cap) {
        this.cap = cap;
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        Semaphore ovens = new Semaphore(cap);
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            ovens.acquire();
            Thread thread =
                    new Thread(
                            () -> {
                                try {
                                    task.run();
                                } finally {
                                    ovens.release();
                                }
                            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
