// Wrong: every task asks a semaphore of its own, so nobody waits for anybody. Any schedule in which two tasks overlap.
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
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            Semaphore ovens = new Semaphore(cap);
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
