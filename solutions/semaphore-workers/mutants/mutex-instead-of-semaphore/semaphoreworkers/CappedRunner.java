// Wrong: a lock lets one task in, whatever the cap is. Every schedule: the second task never meets the first.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final Object oven = new Object();

    public CappedRunner(int cap) {}

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            Thread thread = new Thread(() -> bake(task));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void bake(Runnable task) {
        synchronized (oven) {
            task.run();
        }
    }
}
