// Idea: a semaphore is only a guarded number; here it is written out with synchronized, wait and notifyAll.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    /** Ovens that nobody uses; guarded by this. */
    private int free;

    public CappedRunner(int cap) {
        free = cap;
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            takeOven();
            Thread thread =
                    new Thread(
                            () -> {
                                try {
                                    task.run();
                                } catch (RuntimeException burnt) {
                                    System.err.println("a loaf is burnt: " + burnt.getMessage());
                                } finally {
                                    giveOvenBack();
                                }
                            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private synchronized void takeOven() throws InterruptedException {
        while (free == 0) {
            wait();
        }
        free--;
    }

    private synchronized void giveOvenBack() {
        free++;
        notifyAll();
    }
}
