// Wrong: it joins only the last thread it started; an earlier task may still be running. Two ovens, the second task ends
// first.
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
        Thread last = null;
        for (Runnable task : tasks) {
            ovens.acquire();
            last = new Thread(() -> bake(task));
            last.start();
        }
        if (last != null) {
            last.join();
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
