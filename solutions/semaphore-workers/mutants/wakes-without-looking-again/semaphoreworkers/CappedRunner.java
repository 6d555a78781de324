// Wrong: if instead of while around wait(). One oven, three tasks: between the notify and the waking another task slips
// in, and both bake.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private int free;

    public CappedRunner(int cap) {
        free = cap;
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
        try {
            takeOven();
        } catch (InterruptedException closing) {
            return;
        }
        try {
            task.run();
        } finally {
            giveOvenBack();
        }
    }

    private synchronized void takeOven() throws InterruptedException {
        if (free == 0) {
            wait();
        }
        free--;
    }

    private synchronized void giveOvenBack() {
        free++;
        notify();
    }
}
