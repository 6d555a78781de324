// Idea: every task has its thread at once and waits for a permit there; an interrupted baker tells the threads, and who
// waits goes home.
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
            threads.add(new Thread(() -> bakeWhenAnOvenIsFree(task)));
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

    private void bakeWhenAnOvenIsFree(Runnable task) {
        try {
            ovens.acquire();
        } catch (InterruptedException closing) {
            return; // no permit, no loaf, and nothing to give back
        }
        try {
            task.run();
        } finally {
            ovens.release();
        }
    }
}
