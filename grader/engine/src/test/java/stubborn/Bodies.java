package stubborn;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** What a student would do by accident, each in one method. */
final class Bodies {
    private static int field;

    private Bodies() {}

    private static Thread daemon(Runnable act) {
        Thread thread = new Thread(act);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    // ---- without end

    @Wrong(Kind.NO_PROGRESS)
    static void loopsAndDoesNothing() {
        while (true) {}
    }

    @Wrong(Kind.NO_PROGRESS)
    static void loopsAndCountsInAVariable() {
        int i = 0;
        while (true) {
            i++;
        }
    }

    @Wrong(Kind.NO_PROGRESS)
    static void loopsAndCountsInAField() {
        while (true) {
            field++;
        }
    }

    @Wrong(Kind.NO_PROGRESS)
    static void loopsAndCountsInAFieldInAThread() throws InterruptedException {
        Thread thread = new Thread(() -> {
            while (true) {
                field++;
            }
        });
        thread.start();
        thread.join();
    }

    @Wrong(Kind.NO_PROGRESS)
    static void loopsOverAnArray() {
        int[] numbers = new int[8];
        while (true) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i]++;
            }
        }
    }

    @Wrong(Kind.NO_PROGRESS)
    static void loopsAndTakesALock() {
        Object lock = new Object();
        while (true) {
            synchronized (lock) {
                field++;
            }
        }
    }

    /** Every attempt to take a lock that another one has makes new objects inside the JDK. */
    @Wrong(Kind.NO_PROGRESS)
    static void takeALockInTurnForEver() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Runnable act = () -> {
            while (true) {
                lock.lock();
                try {
                    field++;
                } finally {
                    lock.unlock();
                }
            }
        };
        Thread one = new Thread(act);
        Thread other = new Thread(act);
        one.start();
        other.start();
        one.join();
        other.join();
    }

    @Wrong(Kind.NO_PROGRESS)
    static void loopsThroughCalls() {
        while (true) {
            countOne();
        }
    }

    private static void countOne() {
        field++;
    }

    /** A daemon may run for ever. */
    @Right
    static void leavesADaemonThatCounts() {
        int[] own = {0};
        daemon(() -> {
            while (true) {
                own[0]++;
            }
        });
    }

    /** Long, but it ends: ten million additions. */
    @Right
    static void countsForLong() {
        int sum = 0;
        for (int i = 0; i < 10_000_000; i++) {
            sum += i & 3;
        }
        if (sum != 15_000_000) {
            throw new AssertionError(sum);
        }
    }

    /** Long, but it ends: a million steps through memory. */
    @Right
    static void sumsAnArrayForLong() {
        int[] numbers = new int[500_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i & 1;
        }
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        if (sum != 250_000) {
            throw new AssertionError(sum);
        }
    }

    @Wrong(Kind.EXCEPTION)
    static void recursesWithoutEnd() {
        recurse(0);
    }

    private static int recurse(int depth) {
        return recurse(depth + 1) + 1;
    }

    @Wrong(Kind.EXCEPTION)
    static void recursesWithoutEndUnderALock() {
        recurseLocked(new ReentrantLock());
    }

    private static void recurseLocked(ReentrantLock lock) {
        lock.lock();
        try {
            recurseLocked(lock);
        } finally {
            lock.unlock();
        }
    }

    @Wrong(Kind.EXCEPTION)
    static void recursesWithoutEndInAMonitor() {
        recurseSynchronized();
    }

    private static synchronized void recurseSynchronized() {
        recurseSynchronized();
    }

    /** A gigabyte at a time: the memory is full after a few. */
    @Wrong(Kind.EXCEPTION)
    static void allocatesWithoutEnd() {
        List<long[]> kept = new ArrayList<>();
        while (true) {
            kept.add(new long[1 << 27]);
        }
    }

    /** Grows by little things: ended by the count of what it does, before the memory is full. */
    @Wrong(Kind.NO_PROGRESS)
    static void growsAListWithoutEnd() {
        List<Integer> kept = new ArrayList<>();
        while (true) {
            kept.add(1);
        }
    }

    // ---- catches everything

    @Right
    static void catchesThrowableForEver() {
        Object nobodys = new Object();
        daemon(() -> {
            while (true) {
                try {
                    synchronized (nobodys) {
                        nobodys.wait();
                    }
                } catch (Throwable t) {
                    // Goes on.
                }
            }
        });
    }

    @Right
    @SuppressWarnings("finally")
    static void returnsToItsLoopFromFinally() {
        CountDownLatch never = new CountDownLatch(1);
        daemon(() -> {
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    return;
                } finally {
                    continue;
                }
            }
        });
    }

    @Wrong(Kind.DEADLOCK)
    static void catchesTheErrorThatEndsADeadlock() throws InterruptedException {
        Object one = new Object();
        Object two = new Object();
        Thread a = new Thread(() -> stubbornly(one, two));
        Thread b = new Thread(() -> stubbornly(two, one));
        a.start();
        b.start();
        a.join();
        b.join();
    }

    private static void stubbornly(Object first, Object second) {
        boolean done = false;
        while (!done) {
            try {
                synchronized (first) {
                    synchronized (second) {
                        done = true;
                    }
                }
            } catch (Throwable t) {
                // Tries again.
            }
        }
    }

    /** Throws from where the unwinding error passes. */
    @Right
    static void throwsAnotherErrorInstead() {
        CountDownLatch never = new CountDownLatch(1);
        daemon(() -> {
            try {
                never.await();
            } catch (Throwable t) {
                throw new IllegalStateException("instead", t);
            }
        });
    }

    /** The compiler lets the {@code finally} in {@code CyclicBarrier} guard its own first instruction. */
    @Right
    static void leavesADaemonAtABarrier() {
        CyclicBarrier barrier = new CyclicBarrier(2);
        daemon(() -> {
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                return;
            }
        });
    }

    @Right
    static void leavesADaemonThatWaitsWithoutEnd() {
        Object nobodys = new Object();
        daemon(() -> {
            synchronized (nobodys) {
                while (true) {
                    try {
                        nobodys.wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            }
        });
    }

    // ---- leaves things behind

    @Right
    static void leavesFiftyDaemonsThatWait() {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 50; i++) {
            daemon(() -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    /** More than the engine takes on. */
    static void startsTenThousandThreads() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(10_000);
        for (int i = 0; i < 10_000; i++) {
            new Thread(all::countDown).start();
        }
        all.await();
    }

    @Wrong(Kind.DEADLOCK)
    static void leavesAThreadThatWaits() {
        CountDownLatch never = new CountDownLatch(1);
        new Thread(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })
                .start();
    }

    @Right
    static void isTornDownInsideAMonitor() {
        StringBuffer shared = new StringBuffer();
        CountDownLatch never = new CountDownLatch(1);
        daemon(() -> {
            synchronized (System.out) {
                synchronized (shared) {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        });
    }

    /** Would keep the JVM from ending. */
    @Right
    static void blocksInAShutdownHook() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (true) {
                field++;
            }
        }));
    }

    @Right
    static void blocksInACleaner() {
        CountDownLatch never = new CountDownLatch(1);
        Cleaner.create().register(new Object(), () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        System.gc();
    }

    @Right
    static void blocksInAFinalizer() {
        new Finalized();
        System.gc();
    }

    private static final class Finalized {
        @Override
        @SuppressWarnings({"deprecation", "removal"})
        protected void finalize() {
            while (true) {
                field++;
            }
        }
    }

    // ---- static initialisers

    @Wrong(Kind.EXCEPTION)
    static void throwsInAStaticInitialiser() {
        BrokenConfig.port();
    }

    @Wrong(Kind.EXCEPTION)
    static void throwsInAStaticInitialiserAndTriesAgain() {
        try {
            BrokenConfig.port();
        } catch (ExceptionInInitializerError e) {
            // Tries again.
        }
        BrokenConfig.port();
    }

    private static final class BrokenConfig {
        private static final ConcurrentHashMap<String, Integer> PORTS = new ConcurrentHashMap<>();
        private static final int PORT = read();

        private static int read() {
            Integer port = PORTS.get("http");
            if (port == null) {
                throw new IllegalArgumentException("no port for http");
            }
            return port;
        }

        static int port() {
            return PORT;
        }
    }

    /** The initialiser waits for a thread that needs the class. */
    @Wrong(Kind.DEADLOCK)
    static void waitsInAStaticInitialiser() {
        SelfWaiting.value();
    }

    private static final class SelfWaiting {
        private static int value;

        static {
            Thread thread = new Thread(() -> value = 1);
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        static int value() {
            return value;
        }
    }

    // ---- the yardstick: a small program whose exploration must not depend on what was explored before

    @Wrong(Kind.ASSERTION)
    static void yardstick() throws InterruptedException {
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
        Runnable add = () -> {
            Integer before = map.get("a");
            map.put("a", before == null ? 1 : before + 1);
        };
        Thread a = new Thread(add);
        Thread b = new Thread(add);
        a.start();
        b.start();
        a.join();
        b.join();
        if (map.get("a") != 2) {
            throw new AssertionError(map);
        }
    }
}
