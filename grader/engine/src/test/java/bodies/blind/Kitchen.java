package bodies.blind;

import bodies.Together;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Cooks, knives, the pass and the menu of a restaurant. */
public final class Kitchen {
    private Kitchen() {}

    /**
     * Each of the three cooks has taken its first tool (board, knife, pan) and waits for the second, which the next one
     * holds; no two cooks alone can do it.
     */
    @Wrong(Kind.DEADLOCK)
    static void boardKnifePan() throws Exception {
        Object board = new Object();
        Object knife = new Object();
        Object pan = new Object();
        AtomicInteger dishes = new AtomicInteger();
        Together.run(
                () -> {
                    synchronized (board) {
                        synchronized (knife) {
                            dishes.incrementAndGet();
                        }
                    }
                },
                () -> {
                    synchronized (knife) {
                        synchronized (pan) {
                            dishes.incrementAndGet();
                        }
                    }
                },
                () -> {
                    synchronized (pan) {
                        synchronized (board) {
                            dishes.incrementAndGet();
                        }
                    }
                });
    }

    /**
     * Only two of the three cooks are admitted at a time, so the circle of three tools cannot close; each tool's count is
     * guarded by its monitor.
     */
    @Right
    static void threeToolsTwoPlaces() throws Exception {
        Object[] tools = {new Object(), new Object(), new Object()};
        int[] uses = new int[3];
        Semaphore places = new Semaphore(2);
        Together.Act[] cooks = new Together.Act[3];
        for (int i = 0; i < 3; i++) {
            int left = i;
            int right = (i + 1) % 3;
            cooks[i] = () -> {
                places.acquire();
                try {
                    synchronized (tools[left]) {
                        uses[left]++;
                        synchronized (tools[right]) {
                            uses[right]++;
                        }
                    }
                } finally {
                    places.release();
                }
            };
        }
        Together.run(cooks);
        for (int used : uses) {
            Together.same(2, used);
        }
    }

    private static void cookPolitely(ReentrantLock mine, ReentrantLock other, AtomicInteger dishes) {
        while (true) {
            mine.lock();
            try {
                if (other.tryLock()) {
                    try {
                        dishes.incrementAndGet();
                        return;
                    } finally {
                        other.unlock();
                    }
                }
            } finally {
                mine.unlock();
            }
            Thread.yield();
        }
    }

    /** In lock step each takes its own, finds the other's taken, lays its own down and starts again, for ever. */
    @Wrong(Kind.NO_PROGRESS)
    static void politeCooks() throws Exception {
        ReentrantLock pan = new ReentrantLock();
        ReentrantLock lid = new ReentrantLock();
        AtomicInteger dishes = new AtomicInteger();
        Together.run(
                () -> cookPolitely(pan, lid, dishes),
                () -> cookPolitely(lid, pan, dishes));
        Together.same(2, dishes.get());
    }

    /** The pass between kitchen and dining room: room for one plate, one bell for everybody. */
    private static final class OneBellPass {
        private int plate;

        synchronized void put(int dish) throws InterruptedException {
            while (plate != 0) {
                wait();
            }
            plate = dish;
            notify();
        }

        synchronized int take() throws InterruptedException {
            while (plate == 0) {
                wait();
            }
            int dish = plate;
            plate = 0;
            notify();
            return dish;
        }
    }

    /**
     * Both waiters wait; cook 1 puts, notifies waiter 1; cook 2 comes first, finds it full and waits; waiter 1 takes and
     * notifies waiter 2 instead of cook 2; waiter 2 waits again: nobody notifies cook 2.
     */
    @Wrong(Kind.DEADLOCK)
    static void oneBellForEverybody() throws Exception {
        OneBellPass pass = new OneBellPass();
        AtomicInteger served = new AtomicInteger();
        Together.run(
                () -> served.addAndGet(pass.take()),
                () -> served.addAndGet(pass.take()),
                () -> pass.put(1),
                () -> pass.put(2));
        Together.same(3, served.get());
    }

    private static final class TwoBellPass {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition free = lock.newCondition();
        private final Condition ready = lock.newCondition();
        private int plate;

        void put(int dish) throws InterruptedException {
            lock.lock();
            try {
                while (plate != 0) {
                    free.await();
                }
                plate = dish;
                ready.signal();
            } finally {
                lock.unlock();
            }
        }

        int take() throws InterruptedException {
            lock.lock();
            try {
                while (plate == 0) {
                    ready.await();
                }
                int dish = plate;
                plate = 0;
                free.signal();
                return dish;
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Cooks and waiters wait on conditions of their own, so one signal always reaches one that can use it; waits are in
     * loops.
     */
    @Right
    static void twoBells() throws Exception {
        TwoBellPass pass = new TwoBellPass();
        AtomicInteger served = new AtomicInteger();
        Together.run(
                () -> served.addAndGet(pass.take()),
                () -> served.addAndGet(pass.take()),
                () -> pass.put(1),
                () -> pass.put(2));
        Together.same(3, served.get());
    }

    /**
     * The barrier action runs after both cooks' writes and before either goes on; the next action needs both to have read
     * the total and arrived again.
     */
    @Right
    static void courseByCourse() throws Exception {
        int[] plates = new int[2];
        int[] total = new int[1];
        CyclicBarrier course = new CyclicBarrier(2, () -> total[0] += plates[0] + plates[1]);
        Together.Act[] cooks = new Together.Act[2];
        for (int i = 0; i < 2; i++) {
            int cook = i;
            cooks[i] = () -> {
                plates[cook] = 1 + cook;
                course.await();
                Together.same(3, total[0]);
                plates[cook] = 2 * (1 + cook);
                course.await();
                Together.same(9, total[0]);
            };
        }
        Together.run(cooks);
    }

    /**
     * The interrupt reaches the first cook before the barrier trips: it breaks the barrier and shrugs, the other cook gets
     * BrokenBarrierException.
     */
    @Wrong(Kind.EXCEPTION)
    static void cookCalledAway() throws Exception {
        CyclicBarrier plating = new CyclicBarrier(2);
        AtomicInteger calls = new AtomicInteger();
        Thread first = Together.start(() -> {
            try {
                plating.await();
            } catch (InterruptedException phone) {
                calls.incrementAndGet();
            }
        });
        Thread second = Together.start(plating::await);
        first.interrupt();
        first.join();
        second.join();
    }

    private static final class Step {
        final int minute;
        final ReentrantLock lock = new ReentrantLock();
        Step next;

        Step(int minute, Step next) {
            this.minute = minute;
            this.next = next;
        }
    }

    /** Steps of a recipe, sorted by the minute, locked hand over hand. */
    private static final class Recipe {
        final Step start = new Step(Integer.MIN_VALUE, new Step(Integer.MAX_VALUE, null));

        void insert(int minute) {
            Step before = start;
            before.lock.lock();
            Step after = before.next;
            after.lock.lock();
            while (after.minute < minute) {
                before.lock.unlock();
                before = after;
                after = after.next;
                after.lock.lock();
            }
            before.next = new Step(minute, after);
            after.lock.unlock();
            before.lock.unlock();
        }
    }

    /**
     * A step's next is read and written only under that step's lock, locks are taken front to back, and the next lock is
     * taken before the last is given up.
     */
    @Right
    static void recipeHandOverHand() throws Exception {
        Recipe recipe = new Recipe();
        Together.run(
                () -> {
                    recipe.insert(10);
                    recipe.insert(30);
                },
                () -> {
                    recipe.insert(40);
                    recipe.insert(20);
                });
        int expected = 10;
        for (Step step = recipe.start.next; step.next != null; step = step.next) {
            Together.same(expected, step.minute);
            expected += 10;
        }
        Together.same(50, expected);
    }

    /**
     * Both chefs occupy the two workers before either help task gets one: each waits for a task that sits in the queue of
     * the same pool.
     */
    @Wrong(Kind.DEADLOCK)
    static void helpFromTheSameBrigade() throws Exception {
        ExecutorService brigade = Executors.newFixedThreadPool(2);
        Future<Integer> fish = brigade.submit(() -> 1 + brigade.submit(() -> 1).get());
        Future<Integer> meat = brigade.submit(() -> 1 + brigade.submit(() -> 1).get());
        Together.same(4, fish.get() + meat.get());
        brigade.shutdown();
    }

    private static final class Chop extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1L;
        private final int[] vegetables;
        private final int from;
        private final int to;

        Chop(int[] vegetables, int from, int to) {
            this.vegetables = vegetables;
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (to - from == 1) {
                vegetables[from] *= 2;
                return vegetables[from];
            }
            int middle = (from + to) >>> 1;
            Chop left = new Chop(vegetables, from, middle);
            Chop right = new Chop(vegetables, middle, to);
            left.fork();
            int sum = right.compute();
            sum += left.join();
            for (int i = from + 1; i < to; i++) {
                Together.yes(vegetables[i - 1] < vegetables[i], "not all chopped");
            }
            return sum;
        }
    }

    /**
     * The halves touch disjoint elements, join orders the left half before the parent reads it, and join of a fork-join
     * task runs or helps it, so nested waiting in the pool cannot block.
     */
    @Right
    static void chopInHalves() throws Exception {
        int[] vegetables = {1, 2, 3, 4};
        ForkJoinPool table = new ForkJoinPool(2);
        try {
            Together.same(20, table.invoke(new Chop(vegetables, 0, 4)));
            Together.same(8, vegetables[3]);
        } finally {
            table.shutdown();
        }
    }
}
