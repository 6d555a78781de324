package tiny;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;

/** Every run of these leaves something behind in static state, of the JDK or of its own, and expects to meet nothing. */
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

    public static void inAnEnumConstant() throws InterruptedException {
        expect(Till.FRONT.sold.incrementAndGet() == 1, "sold " + Till.FRONT.sold);
        expect(Till.BELL_RUNG[0]++ == 0, "rung " + Till.BELL_RUNG[0]);
        twoOrders();
    }

    /** What keeps its state in an object behind a final field. */
    private enum Till {
        FRONT;

        private static final int[] BELL_RUNG = new int[1];

        private final AtomicInteger sold = new AtomicInteger();
    }

    public static void behindConstants() throws InterruptedException {
        expect(Prices.LAST_ASKED.isEmpty(), Prices.LAST_ASKED.toString());
        Prices.LAST_ASKED.add(Prices.BREAD.toSeconds() + Prices.DOUBLED.applyAsInt(1));
        twoOrders();
    }

    /** Values that nobody can change, and one that anybody can. */
    private static final class Prices {
        private static final Duration BREAD = Duration.ofSeconds(3);
        private static final IntUnaryOperator DOUBLED = price -> 2 * price;
        private static final List<Long> LAST_ASKED = new ArrayList<>();
    }

    public static void inAnotherClass() throws InterruptedException {
        expect(Register.started == 0, "started " + Register.started);
        expect(Opening.HOURS.toHours() == 8, Opening.HOURS.toString());
        twoOrders();
    }

    private static final class Register {
        private static int started;
    }

    /** Its initialiser does something else besides. */
    private static final class Opening {
        private static final Duration HOURS = Duration.ofHours(8);

        static {
            Register.started++;
        }
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
