package bodies.blind;

import bodies.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Threads that hand over to each other. */
public final class Relay {
    private Relay() {}

    static final class Catalogue {
        static final int SIZE = measure();

        static int measure() {
            return Warehouse.count() + 1;
        }

        static int limit() {
            return 10;
        }

        static int size() {
            return SIZE;
        }
    }

    static final class Warehouse {
        static final int COUNT = fill();

        static int fill() {
            return Catalogue.limit();
        }

        static int count() {
            return COUNT;
        }
    }

    /**
     * Class initialisation: one thread holds Catalogue's and waits for Warehouse's, the other holds Warehouse's and waits
     * for Catalogue's (JLS 12.4.2); alone, either order works.
     */
    @Wrong(Kind.DEADLOCK)
    static void catalogueAndWarehouse() throws Exception {
        int[] seen = new int[2];
        Together.run(
                () -> seen[0] = Catalogue.size(),
                () -> seen[1] = Warehouse.count());
        Together.yes(seen[0] > 0, "no catalogue");
        Together.same(10, seen[1]);
    }

    /**
     * A thread that ends calls notifyAll on itself (Thread.join's documentation), the wait is in a loop over isAlive, and
     * isAlive()==false orders all the thread did before (JLS 17.4.4).
     */
    @Right
    static void waitOnTheThreadItself() throws Exception {
        long[] sum = new long[1];
        Thread worker = Together.start(() -> {
            for (int i = 1; i <= 4; i++) {
                sum[0] += i;
            }
        });
        Together.Act waiter = () -> {
            synchronized (worker) {
                while (worker.isAlive()) {
                    worker.wait();
                }
            }
            Together.same(10, sum[0]);
        };
        Thread second = Together.start(waiter);
        waiter.run();
        second.join();
    }

    static final class Turnstile {
        volatile Integer passed = 0;

        @SuppressWarnings("synchronization")
        void pass() {
            synchronized (passed) {
                passed = passed + 1;
            }
        }
    }

    /**
     * The lock is the Integer of the moment: one waits for the lock of 0 while it becomes 1, a third takes the lock of 1,
     * both are inside and both write 2 (the field is volatile, so lost update, no race).
     */
    @Wrong(Kind.ASSERTION)
    static void turnstileCountsVisitors() throws Exception {
        Turnstile turnstile = new Turnstile();
        Together.run(turnstile::pass, turnstile::pass, turnstile::pass);
        Together.same(3, turnstile.passed);
    }

    static final class Press {
        final Semaphore free = new Semaphore(1);
        final AtomicInteger sheets = new AtomicInteger();

        boolean tryPrint() {
            try {
                if (!free.tryAcquire()) {
                    return false;
                }
                if (sheets.incrementAndGet() > 1) {
                    Runtime.getRuntime().halt(4); // two sheets in the press: pull the plug
                }
                sheets.decrementAndGet();
                return true;
            } finally {
                free.release();
            }
        }
    }

    /**
     * A refused tryAcquire releases in finally what it never had; a third thread gets that permit while the first is still
     * in the press, and the guard halts the machine.
     */
    @Wrong(Kind.EXIT)
    static void oneSheetInThePress() throws Exception {
        Press press = new Press();
        AtomicInteger printed = new AtomicInteger();
        Together.Act job = () -> {
            if (press.tryPrint()) {
                printed.incrementAndGet();
            }
        };
        Together.run(job, job, job);
        Together.yes(printed.get() >= 1, "nobody printed");
    }

    static final class Longest extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1L;
        final String[] words;
        final int from;
        final int to;

        Longest(String[] words, int from, int to) {
            this.words = words;
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (to - from == 1) {
                return words[from].length();
            }
            int middle = (from + to) >>> 1;
            Longest left = new Longest(words, from, middle);
            Longest right = new Longest(words, middle, to);
            left.fork();
            right.fork();
            return Math.max(left.join(), right.join());
        }
    }

    /**
     * A ForkJoin worker that joins a forked task runs it itself, so even parallelism 1 with nested joins does not starve;
     * the array is only read.
     */
    @Right
    static void poolOfOneJoinsItsOwnForks() throws Exception {
        String[] words = {"ash", "willow", "elm", "hornbeam", "oak"};
        ForkJoinPool pool = new ForkJoinPool(1);
        int[] found = new int[2];
        Together.run(
                () -> found[0] = pool.invoke(new Longest(words, 0, 5)),
                () -> found[1] = pool.submit(new Longest(words, 0, 3)).get());
        pool.shutdown();
        Together.same(8, found[0]);
        Together.same(6, found[1]);
    }

    static final class StartLine {
        volatile int present;
        volatile boolean go;

        void arrive(int lane) {
            present |= 1 << lane;
            while (!go) {
                Thread.yield();
            }
        }
    }

    /**
     * `present |= bit` on a volatile is a read and a write: two runners read 0 and one bit is lost, so the starter polls
     * for 3 and the runners for `go` for ever.
     */
    @Wrong(Kind.NO_PROGRESS)
    static void startLineWithBits() throws Exception {
        StartLine line = new StartLine();
        Thread first = Together.start(() -> line.arrive(0));
        Thread second = Together.start(() -> line.arrive(1));
        while (line.present != 3) {
            Thread.yield();
        }
        line.go = true;
        first.join();
        second.join();
    }

    /**
     * The iteration holds the monitor of the key set view, but synchronizedMap guards put by the map itself: the HashMap
     * is walked while the other thread puts.
     */
    @Wrong(Kind.DATA_RACE)
    static void countLettersUnderTheKeySet() throws Exception {
        Map<String, Integer> stock = Collections.synchronizedMap(new HashMap<>());
        stock.put("fig", 1);
        stock.put("pear", 2);
        AtomicInteger letters = new AtomicInteger();
        Together.run(
                () -> stock.put("plum", 3),
                () -> {
                    Set<String> names = stock.keySet();
                    synchronized (names) {
                        for (String name : names) {
                            letters.addAndGet(name.length());
                        }
                    }
                });
        Together.yes(letters.get() >= 7, "letters are missing");
    }

    /**
     * `started` is counted down before the barrier, so the interrupt that should end the nap can hit A in barrier.await: A
     * leaves quietly, B gets BrokenBarrierException and dies of it.
     */
    @Wrong(Kind.EXCEPTION)
    static void wakeTheSleeperAfterTheStart() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        CountDownLatch started = new CountDownLatch(1);
        Thread a = Together.start(() -> {
            try {
                started.countDown();
                start.await();
                Thread.sleep(60_000); // until the next shift, or until woken
            } catch (InterruptedException e) {
                // woken
            }
        });
        Thread b = Together.start(() -> start.await());
        started.await();
        a.interrupt();
        a.join();
        b.join();
    }

    static final class Supervisor {
        final ConcurrentLinkedQueue<Integer> jobs = new ConcurrentLinkedQueue<>();
        final ConcurrentHashMap<Thread, Integer> busyWith = new ConcurrentHashMap<>();
        final List<Thread> crew = new ArrayList<>(); // guarded by this
        final Set<Integer> done = ConcurrentHashMap.newKeySet();
        final AtomicInteger triesOfTwo = new AtomicInteger();

        synchronized void hire() {
            Thread thread = new Thread(this::work);
            thread.setUncaughtExceptionHandler((dead, cause) -> {
                Integer job = busyWith.remove(dead);
                if (job != null) {
                    jobs.add(job);
                }
                hire();
            });
            crew.add(thread);
            thread.start();
        }

        void work() {
            Integer job;
            while ((job = jobs.poll()) != null) {
                busyWith.put(Thread.currentThread(), job);
                if (job == 2 && triesOfTwo.incrementAndGet() == 1) {
                    throw new IllegalStateException("job 2 is nasty at first");
                }
                done.add(job);
                busyWith.remove(Thread.currentThread());
            }
        }

        synchronized Thread member(int index) {
            return index < crew.size() ? crew.get(index) : null;
        }
    }

    /**
     * The dead thread's handler runs in that thread before it ends: it puts the job back and hires the replacement before
     * join on the dead one returns, so the joining loop meets every thread and no job is lost.
     */
    @Right
    static void supervisorReplacesTheDead() throws Exception {
        Supervisor supervisor = new Supervisor();
        for (int job = 0; job < 4; job++) {
            supervisor.jobs.add(job);
        }
        supervisor.hire();
        supervisor.hire();
        Thread member;
        int index = 0;
        while ((member = supervisor.member(index)) != null) {
            member.join();
            index++;
        }
        Together.same(3, index);
        Together.same(4, supervisor.done.size());
        Together.yes(supervisor.jobs.isEmpty() && supervisor.busyWith.isEmpty(), "work left over");
        Together.same(2, supervisor.triesOfTwo.get());
    }
}
