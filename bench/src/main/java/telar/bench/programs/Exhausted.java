package telar.bench.programs;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

/** Right programs whose interleavings a systematic search can go through, and how long that takes; and one that takes long. */
public final class Exhausted {
    private Exhausted() {}

    /** Two threads add three times each under a lock. */
    public static void lockTwiceThree() {
        ReentrantLock lock = new ReentrantLock();
        int[] count = {0};
        Runnable add = () -> {
            for (int i = 0; i < 3; i++) {
                lock.lock();
                try {
                    count[0]++;
                } finally {
                    lock.unlock();
                }
            }
        };
        Together.run(add, add);
        Together.expect(count[0] == 6, "an addition was lost");
    }

    /** Two workers, three tasks. */
    public static void poolOfTwo() throws ExecutionException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<Integer>> futures = List.of(pool.submit(() -> 1), pool.submit(() -> 2), pool.submit(() -> 3));
        int sum = 0;
        for (Future<Integer> future : futures) {
            sum += future.get();
        }
        pool.shutdown();
        Together.expect(sum == 6, "a task was lost");
    }

    /** Two threads add three times each under a monitor. */
    public static void monitorTwiceThree() {
        monitor(3);
    }

    /** The same, eight times each: more interleavings than any budget. */
    public static void monitorTwiceEight() {
        monitor(8);
    }

    private static void monitor(int times) {
        Object monitor = new Object();
        int[] count = {0};
        Runnable add = () -> {
            for (int i = 0; i < times; i++) {
                synchronized (monitor) {
                    count[0]++;
                }
            }
        };
        Together.run(add, add);
        Together.expect(count[0] == 2 * times, "an addition was lost");
    }
}
