// Idea: each oven has a key, and the keys hang in a blocking queue; taking one waits, whoever is done hangs it back.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final BlockingQueue<Integer> keys;

    public CappedRunner(int cap) {
        keys = new ArrayBlockingQueue<>(cap);
        for (int oven = 1; oven <= cap; oven++) {
            keys.add(oven);
        }
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        try {
            for (Runnable task : tasks) {
                Integer key = keys.take();
                Thread thread = new Thread(() -> bake(task, key));
                threads.add(thread);
                thread.start();
            }
        } finally {
            // Also after an interrupt: what is in an oven is baked to the end before the baker leaves.
            waitForAll(threads);
        }
    }

    private void bake(Runnable task, Integer key) {
        try {
            task.run();
        } finally {
            keys.add(key);
        }
    }

    private static void waitForAll(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
