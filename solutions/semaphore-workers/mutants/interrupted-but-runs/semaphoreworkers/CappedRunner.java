// Wrong: after an interrupted wait the task runs all the same, without a permit. Three tasks, one oven, an interrupt
// while two of them wait.
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
        boolean permit = false;
        try {
            ovens.acquire();
            permit = true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        try {
            task.run();
        } finally {
            if (permit) {
                ovens.release();
            }
        }
    }
}
