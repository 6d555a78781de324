package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.thread;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Time;
import telar.engine.Wrong;

/** How threads and programs end, and what must not hide that some never do. */
final class Endings {
    private Endings() {}

    // ---- locks taken along

    @Right
    static void givesBackBothHolds() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        run(() -> {
            lock.lock();
            lock.lock();
            lock.unlock();
            lock.unlock();
        });
        same(0, lock.getHoldCount());
    }

    @Wrong(Kind.DEADLOCK)
    static void takesOneHoldAlong() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        run(() -> {
            lock.lock();
            lock.lock();
            lock.unlock();
        });
    }

    @Wrong(Kind.DEADLOCK)
    static void takesTheWriteLockAlong() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        run(() -> lock.writeLock().lock());
    }

    @Wrong(Kind.DEADLOCK)
    static void returnsWithoutUnlocking() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Cell cell = new Cell();
        run(() -> {
            if (lock.tryLock()) {
                if (cell.value == 0) {
                    return;
                }
                lock.unlock();
            }
        });
    }

    /** Another thread may give a permit back: a semaphore has no owner. */
    @Right
    static void givesThePermitOfAnotherBack() throws Exception {
        Semaphore permits = new Semaphore(1);
        run(permits::acquire);
        permits.release();
        permits.acquire();
    }

    @Wrong(Kind.DEADLOCK)
    static void losesThePermitOfOneWhoFailed() throws Exception {
        Semaphore permits = new Semaphore(1);
        Thread thread = thread(() -> {
            permits.acquire();
            throw new IllegalArgumentException("no flour");
        });
        thread.setUncaughtExceptionHandler((t, e) -> {});
        thread.start();
        thread.join();
        permits.acquire();
    }

    // ---- exceptions

    @Right
    static void hasADefaultHandler() throws Exception {
        AtomicReference<Throwable> caught = new AtomicReference<>();
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> caught.set(e));
        run(() -> {
            throw new IllegalArgumentException("no flour");
        });
        yes(caught.get() instanceof IllegalArgumentException, "not handled");
    }

    @Right
    static void hasAHandlingGroup() throws Exception {
        AtomicReference<Thread> failed = new AtomicReference<>();
        ThreadGroup group = new ThreadGroup("bakers") {
            @Override
            public void uncaughtException(Thread thread, Throwable error) {
                failed.set(thread);
            }
        };
        Thread thread = new Thread(new ThreadGroup(group, "apprentices"), () -> {
            throw new IllegalArgumentException("no flour");
        });
        thread.start();
        thread.join();
        yes(failed.get() == thread, "not handled");
    }

    /** A thread that begins with a handler leaves failed assertions to it, too. */
    @Right
    static void leavesAFailedAssertionToItsHandler() throws Exception {
        AtomicReference<Throwable> caught = new AtomicReference<>();
        Thread thread = thread(() -> yes(false, "planned"));
        thread.setUncaughtExceptionHandler((t, e) -> caught.set(e));
        thread.start();
        thread.join();
        yes(caught.get() instanceof AssertionError, "not handled");
    }

    private static final class Group extends ThreadGroup {
        private final AtomicInteger caught = new AtomicInteger();

        Group() {
            super("group");
        }

        @Override
        public void uncaughtException(Thread thread, Throwable error) {
            caught.incrementAndGet();
        }
    }

    @Right
    static void leavesAFailedAssertionToItsGroup() throws Exception {
        Group group = new Group();
        Thread thread = new Thread(group, () -> yes(false, "planned"));
        thread.start();
        thread.join();
        same(1, group.caught.get());
    }

    /** Otherwise a program could silence the assertions of those who test it. */
    @Wrong(Kind.ASSERTION)
    static void leavesAFailedAssertionToTheHandlerOfAllThreads() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> {});
        Thread thread = thread(() -> yes(false, "seen all the same"));
        thread.start();
        thread.join();
    }

    @Wrong(Kind.ASSERTION)
    static void setsAHandlerBeforeItsAssertionFails() throws Exception {
        Thread thread = thread(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((t, e) -> {});
            yes(false, "seen all the same");
        });
        thread.start();
        thread.join();
    }

    /** What a handler throws is ignored. */
    @Right
    static void hasAHandlerThatFails() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Thread thread = thread(() -> {
            throw new IllegalArgumentException("no flour");
        });
        thread.setUncaughtExceptionHandler((t, e) -> {
            calls.incrementAndGet();
            throw new IllegalStateException("no handler either");
        });
        thread.start();
        thread.join();
        same(1, calls.get());
    }

    @Wrong(Kind.ASSERTION)
    static void assertsInAHandler() throws Exception {
        Thread thread = thread(() -> {
            throw new IllegalArgumentException("no flour");
        });
        thread.setUncaughtExceptionHandler((t, e) -> yes(e instanceof IllegalStateException, "another one"));
        thread.start();
        thread.join();
    }

    /** The handler runs in the thread that failed, before it ends. */
    @Right
    static void joinsAfterTheHandler() throws Exception {
        Cell cell = new Cell();
        Thread thread = thread(() -> {
            throw new IllegalArgumentException("no flour");
        });
        thread.setUncaughtExceptionHandler((t, e) -> cell.value = t == Thread.currentThread() && t.isAlive() ? 1 : 2);
        thread.start();
        thread.join();
        same(1, cell.value);
    }

    @Wrong(Kind.DATA_RACE)
    static void doesNotWaitForTheHandler() throws Exception {
        Cell cell = new Cell();
        Thread thread = thread(() -> {
            throw new IllegalArgumentException("no flour");
        });
        thread.setUncaughtExceptionHandler((t, e) -> cell.value = 1);
        thread.start();
        yes(cell.value >= 0, "negative");
        thread.join();
    }

    @Right
    static void replacesAWorkerThatFailed() throws Exception {
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task);
            thread.setUncaughtExceptionHandler((t, e) -> {});
            return thread;
        };
        ExecutorService pool = Executors.newFixedThreadPool(1, factory);
        pool.execute(() -> {
            throw new IllegalArgumentException("no flour");
        });
        same(1, pool.submit(() -> 1).get());
        pool.shutdown();
    }

    @Wrong(Kind.ASSERTION)
    static void assertsByTheKeyword() throws Exception {
        AtomicInteger count = new AtomicInteger();
        run(() -> {
            int seen = count.incrementAndGet();
            assert seen != 2 : "the second";
        }, count::incrementAndGet);
    }

    // ---- the end of the program

    @Wrong(Kind.EXIT)
    static void exitsInASideThread() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        start(() -> Runtime.getRuntime().exit(3));
        never.await();
    }

    @Wrong(Kind.EXIT)
    static void exitsOnlyInOneOrder() throws Exception {
        AtomicInteger count = new AtomicInteger();
        run(
                () -> {
                    if (count.getAndIncrement() == 1) {
                        System.exit(0);
                    }
                },
                count::incrementAndGet);
    }

    @Right
    static void endsWhileADaemonRuns() throws Exception {
        AtomicInteger beats = new AtomicInteger();
        Thread heart = thread(() -> {
            while (true) {
                beats.incrementAndGet();
                Thread.sleep(10);
            }
        });
        heart.setDaemon(true);
        heart.start();
        run(beats::incrementAndGet);
    }

    // ---- what must not hide a deadlock

    private static void ring(Object a, Object b) {
        start(() -> both(a, b));
        start(() -> both(b, a));
    }

    private static void both(Object one, Object other) {
        synchronized (one) {
            synchronized (other) {
                one.hashCode();
            }
        }
    }

    @Wrong(Kind.DEADLOCK)
    static void napsBesideARing() throws Exception {
        ring(new Object(), new Object());
        for (int i = 0; i < 5; i++) {
            Thread.sleep(1_000);
        }
    }

    @Wrong(Kind.DEADLOCK)
    static void worksForEverBesideARing() throws Exception {
        AtomicInteger work = new AtomicInteger();
        ring(new Object(), new Object());
        Thread heart = thread(() -> {
            while (true) {
                work.incrementAndGet();
            }
        });
        heart.setDaemon(true);
        heart.start();
    }

    @Wrong(Kind.DEADLOCK)
    static void joinsARingForAWhile() throws Exception {
        Object a = new Object();
        Object b = new Object();
        Thread one = start(() -> both(a, b));
        Thread other = start(() -> both(b, a));
        one.join(1_000);
        other.join(1_000);
    }

    @Wrong(Kind.DEADLOCK)
    static void exitsTooLateForARing() throws Exception {
        ring(new Object(), new Object());
        Thread.sleep(1_000);
    }

    @Wrong(Kind.DEADLOCK)
    static void leavesOneBehindThatNobodyWakes() throws Exception {
        Object lock = new Object();
        start(() -> {
            synchronized (lock) {
                while (true) {
                    lock.wait();
                }
            }
        });
        Thread.sleep(1_000);
    }

    /** A ring of daemons is a deadlock as well. */
    @Wrong(Kind.DEADLOCK)
    static void leavesARingOfDaemons() throws Exception {
        Object a = new Object();
        Object b = new Object();
        Thread one = thread(() -> both(a, b));
        Thread other = thread(() -> both(b, a));
        one.setDaemon(true);
        other.setDaemon(true);
        one.start();
        other.start();
        one.join();
        other.join();
    }

    // ---- the clock and those who never rest

    @Right
    static void napsBesideASpinner() throws Exception {
        Cell cell = new Cell();
        AtomicInteger stop = new AtomicInteger();
        Thread spinner = start(() -> {
            int rounds = 0;
            while (stop.get() == 0) {
                rounds++;
            }
            cell.value = rounds;
        });
        Thread.sleep(100);
        stop.set(1);
        spinner.join();
        yes(cell.value >= 0, "negative");
    }

    @Right
    static void napsBesideAWriter() throws Exception {
        AtomicInteger stop = new AtomicInteger();
        AtomicInteger work = new AtomicInteger();
        Thread writer = start(() -> {
            while (stop.get() == 0) {
                work.incrementAndGet();
            }
        });
        Thread.sleep(100);
        stop.set(1);
        writer.join();
    }

    @Right
    static void polls() throws Exception {
        AtomicInteger done = new AtomicInteger();
        start(() -> done.set(1));
        long deadline = System.nanoTime() + 1_000_000_000L;
        while (done.get() == 0 && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        same(1, done.get());
    }

    @Right
    static void pollsTheClock() throws Exception {
        long until = System.currentTimeMillis() + 20;
        run(() -> {
            while (System.currentTimeMillis() < until) {
                Thread.onSpinWait();
            }
        });
        yes(System.currentTimeMillis() >= until, "too early");
    }

    @Right(time = Time.ADVERSARIAL)
    static void expiresOnlyWhenNobodyCanRun() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        start(done::countDown);
        yes(done.await(1, java.util.concurrent.TimeUnit.SECONDS), "expired");
    }

    @Wrong(value = Kind.ASSERTION, time = Time.ADVERSARIAL)
    static void napsInsteadOfPolling() throws Exception {
        AtomicInteger done = new AtomicInteger();
        start(() -> {
            Thread.sleep(10);
            done.set(1);
        });
        Thread.sleep(100);
        same(1, done.get());
    }
}
