// Wrong: a second look for the interrupt, after acquire, throws without a release.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final Semaphore ovens;

    /** A bakery with {@code cap} ovens, at least one. */
    public CappedRunner(int cap) {
        ovens = new Semaphore(cap);
    }

    /**
     * Runs every task once and returns when all of them have ended. A task that throws does not stop the others.
     *
     * @throws InterruptedException if the calling thread is interrupted while tasks wait for an oven; those tasks never run
     */
    public void runAll(List<Runnable> tasks) throws InterruptedException {
        List<Thread> bakers = new ArrayList<>();
        for (Runnable task : tasks) {
            ovens.acquire();
            // Closing time may have come just when the oven was free: then this loaf must not go in either.
            if (Thread.interrupted()) {
                throw new InterruptedException("closing time");
            }
            Thread baker =
                    new Thread(
                            () -> {
                                try {
                                    task.run();
                                } finally {
                                    ovens.release();
                                }
                            });
            bakers.add(baker);
            baker.start();
        }
        for (Thread baker : bakers) {
            baker.join();
        }
    }
}
