// Wrong: cap bakers take loaves from a queue, and the first failure sends its baker home. One oven: what comes after the
// burnt loaf is never baked.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final Semaphore ovens;
    private final int cap;

    public CappedRunner(int cap) {
        this.cap = cap;
        ovens = new Semaphore(cap);
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>(tasks);
        List<Thread> bakers = new ArrayList<>();
        for (int i = 0; i < Math.min(cap, tasks.size()); i++) {
            bakers.add(new Thread(() -> bakeUntilNoneIsLeft(waiting)));
        }
        bakers.forEach(Thread::start);
        try {
            for (Thread baker : bakers) {
                baker.join();
            }
        } catch (InterruptedException closing) {
            waiting.clear();
            bakers.forEach(Thread::interrupt);
            throw closing;
        }
    }

    private void bakeUntilNoneIsLeft(Queue<Runnable> waiting) {
        try {
            ovens.acquire();
        } catch (InterruptedException closing) {
            return;
        }
        try {
            for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                task.run();
            }
        } finally {
            ovens.release();
        }
    }
}
