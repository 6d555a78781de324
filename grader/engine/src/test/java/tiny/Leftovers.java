package tiny;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Every run of these leaves something behind in the JDK's static state, and expects to meet nothing. */
public final class Leftovers {
    private Leftovers() {}

    public static void ofTheCommonPool() throws InterruptedException {
        ForkJoinPool pool = ForkJoinPool.commonPool();
        expect(pool.getPoolSize() == 0, "no worker");
        expect(!pool.hasQueuedSubmissions(), "no task");
        pool.execute(LockSupport::park);
        twoOrders();
    }

    public static void ofNumberedPools() throws InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(1);
        String worker = pool.submit(() -> Thread.currentThread().getName()).join();
        expect(worker.equals("ForkJoinPool-1-worker-1"), worker);
        twoOrders();
    }

    public static void ofDelayedTasks() throws InterruptedException {
        String soon = new CompletableFuture<String>().completeOnTimeout("soon", 1, TimeUnit.SECONDS).join();
        expect(soon.equals("soon"), soon);
        new CompletableFuture<String>().completeOnTimeout("late", 1, TimeUnit.HOURS);
        twoOrders();
    }

    /** More than one interleaving, so that there is more than one run. */
    private static void twoOrders() throws InterruptedException {
        AtomicInteger last = new AtomicInteger();
        Thread other = new Thread(() -> last.set(1));
        other.start();
        last.set(2);
        other.join();
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
