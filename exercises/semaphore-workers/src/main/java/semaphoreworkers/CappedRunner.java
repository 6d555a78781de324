package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {

    /** A bakery with {@code cap} ovens, at least one. */
    public CappedRunner(int cap) {
        // TODO Keep what every call of runAll needs to respect the cap. All calls share the same ovens.
    }

    /**
     * Runs every task once and returns when all of them have ended. A task that throws does not stop the others.
     *
     * @throws InterruptedException if the calling thread is interrupted while tasks wait for an oven; those tasks never run
     */
    public void runAll(List<Runnable> tasks) throws InterruptedException {
        // TODO Today every task gets a thread and starts at once, however few ovens there are.
        //      Let a task begin only when an oven is free, and free the oven however the task ends.
        //      What must happen when the baker is interrupted while loaves are still waiting?
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            Thread thread = new Thread(task);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
