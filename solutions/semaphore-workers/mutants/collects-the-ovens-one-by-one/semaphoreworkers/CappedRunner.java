// Wrong: the end is waited for by collecting all permits, one by one; two callers each get some and wait for the rest.
package semaphoreworkers;

import java.util.List;
import java.util.concurrent.Semaphore;

public final class CappedRunner {

    private final int cap;
    private final Semaphore ovens;

    public CappedRunner(int cap) {
        this.cap = cap;
        ovens = new Semaphore(cap);
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        for (Runnable task : tasks) {
            ovens.acquire();
            new Thread(() -> bake(task)).start();
        }
        int mine = 0;
        try {
            while (mine < cap) {
                ovens.acquire();
                mine++;
            }
        } finally {
            ovens.release(mine);
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
