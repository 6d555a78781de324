// Wrong: tasks give their oven back without the lock. Two tasks that end write the number of free ovens with nothing to
// order them.
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
            takeOven();
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
            free++;
            synchronized (this) {
                notifyAll();
            }
        }
    }

    private synchronized void takeOven() throws InterruptedException {
        while (free == 0) {
            wait();
        }
        free--;
    }
}
