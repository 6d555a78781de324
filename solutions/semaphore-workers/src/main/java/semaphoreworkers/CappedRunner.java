package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {

    /** One permit an oven. It belongs to the bakery, not to a call: two bakers who call runAll share the ovens. */
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
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            // The baker takes the oven first and only then puts a loaf on its way. If the baker is interrupted here, no
            // permit was taken and nothing needs to be given back: the remaining tasks simply have no thread.
            ovens.acquire();
            Thread thread = new Thread(() -> bake(task));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Runs with a permit in hand. A failing task ends this thread, but not before the oven is free again. */
    private void bake(Runnable task) {
        try {
            task.run();
        } finally {
            ovens.release();
        }
    }
}
