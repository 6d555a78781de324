package bodies;

import static bodies.Together.run;
import static bodies.Together.start;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Threads that wait for each other, and threads that run in place. */
final class Deadlocks {
    private Deadlocks() {}

    private static void both(Object one, Object other) {
        synchronized (one) {
            synchronized (other) {
                one.hashCode();
            }
        }
    }

    @Right
    static void takesTwoMonitorsInOneOrder() throws Exception {
        Object fork = new Object();
        Object knife = new Object();
        run(() -> both(fork, knife), () -> both(fork, knife));
    }

    @Wrong(Kind.DEADLOCK)
    static void takesTwoMonitorsInTwoOrders() throws Exception {
        Object fork = new Object();
        Object knife = new Object();
        run(() -> both(fork, knife), () -> both(knife, fork));
    }

    @Right
    static void takesThreeMonitorsInOneOrder() throws Exception {
        Object a = new Object();
        Object b = new Object();
        Object c = new Object();
        run(() -> both(a, b), () -> both(b, c), () -> both(a, c));
    }

    @Wrong(Kind.DEADLOCK)
    static void takesThreeMonitorsInARing() throws Exception {
        Object a = new Object();
        Object b = new Object();
        Object c = new Object();
        run(() -> both(a, b), () -> both(b, c), () -> both(c, a));
    }

    /** A lock around both orders makes a ring impossible. */
    @Right
    static void guardsTwoOrders() throws Exception {
        Object gate = new Object();
        Object a = new Object();
        Object b = new Object();
        run(
                () -> {
                    synchronized (gate) {
                        both(a, b);
                    }
                },
                () -> {
                    synchronized (gate) {
                        both(b, a);
                    }
                });
    }

    @Wrong(Kind.DEADLOCK)
    static void mixesAMonitorAndALock() throws Exception {
        Object monitor = new Object();
        ReentrantLock lock = new ReentrantLock();
        run(
                () -> {
                    synchronized (monitor) {
                        lock.lock();
                        lock.unlock();
                    }
                },
                () -> {
                    lock.lock();
                    synchronized (monitor) {
                        lock.unlock();
                    }
                });
    }

    @Wrong(Kind.DEADLOCK)
    static void waitsInsideAnOuterMonitor() throws Exception {
        Object outer = new Object();
        Object inner = new Object();
        AtomicBoolean done = new AtomicBoolean();
        run(
                () -> {
                    synchronized (outer) {
                        synchronized (inner) {
                            while (!done.get()) {
                                inner.wait();
                            }
                        }
                    }
                },
                () -> {
                    synchronized (outer) {
                        synchronized (inner) {
                            done.set(true);
                            inner.notifyAll();
                        }
                    }
                });
    }

    @Wrong(Kind.DEADLOCK)
    static void joinsItself() throws Exception {
        Thread.currentThread().join();
    }

    @Wrong(Kind.DEADLOCK)
    static void joinsInARing() throws Exception {
        Thread[] pair = new Thread[2];
        CountDownLatch ready = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            int other = 1 - i;
            pair[i] = Together.thread(() -> {
                ready.await();
                pair[other].join();
            });
        }
        pair[0].start();
        pair[1].start();
        ready.countDown();
    }

    @Wrong(Kind.DEADLOCK)
    static void joinsWhileItHoldsTheLock() throws Exception {
        Object lock = new Object();
        Thread thread = Together.thread(() -> {
            synchronized (lock) {
                lock.notifyAll();
            }
        });
        synchronized (lock) {
            thread.start();
            thread.join();
        }
    }

    /** Somebody who only sleeps must not hide two who are stuck. */
    @Wrong(Kind.DEADLOCK)
    static void sleepsBesideADeadlock() throws Exception {
        Object a = new Object();
        Object b = new Object();
        start(() -> both(a, b));
        start(() -> both(b, a));
        Thread heart = Together.thread(() -> {
            while (true) {
                Thread.sleep(1_000);
            }
        });
        heart.setDaemon(true);
        heart.start();
    }

    // ---- running in place

    static volatile boolean open;
    static boolean plainOpen;

    @Right
    static void spinsOnAVolatile() throws Exception {
        run(
                () -> {
                    while (!open) {
                        Thread.onSpinWait();
                    }
                },
                () -> open = true);
    }

    @Wrong(Kind.DATA_RACE)
    static void spinsOnAPlainField() throws Exception {
        run(
                () -> {
                    while (!plainOpen) {
                        Thread.onSpinWait();
                    }
                },
                () -> plainOpen = true);
    }

    @Wrong(Kind.NO_PROGRESS)
    static void spinsForEver() throws Exception {
        run(() -> {
            while (!open) {
                Thread.onSpinWait();
            }
        });
    }

    @Right
    static void spinsForALock() throws Exception {
        AtomicBoolean taken = new AtomicBoolean();
        int[] count = new int[1];
        Together.Act act = () -> {
            while (!taken.compareAndSet(false, true)) {
                Thread.onSpinWait();
            }
            count[0]++;
            taken.set(false);
        };
        run(act, act);
        Together.same(2, count[0]);
    }

    @Wrong(Kind.NO_PROGRESS)
    static void spinsForALockThatIsKept() throws Exception {
        AtomicBoolean taken = new AtomicBoolean();
        Together.Act act = () -> {
            while (!taken.compareAndSet(false, true)) {
                Thread.onSpinWait();
            }
        };
        run(act, act);
    }

    @Right
    static void takesTurnsBySpinning() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        run(
                () -> {
                    while (turn.get() != 0) {
                        Thread.yield();
                    }
                    turn.set(1);
                },
                () -> {
                    while (turn.get() != 1) {
                        Thread.yield();
                    }
                    turn.set(2);
                });
        Together.same(2, turn.get());
    }

    @Wrong(Kind.NO_PROGRESS)
    static void waitsForTheOtherToBegin() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        Together.Act act = () -> {
            while (begun.get() == 0) {
                Thread.yield();
            }
            begun.incrementAndGet();
        };
        run(act, act);
    }

    @Wrong(Kind.NO_PROGRESS)
    static void countsForEver() throws Exception {
        AtomicInteger count = new AtomicInteger();
        run(() -> {
            while (true) {
                count.incrementAndGet();
            }
        });
    }

    @Wrong(Kind.NO_PROGRESS)
    static void clearsTheInterruptItWaitsFor() throws Exception {
        Thread thread = start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.interrupted();
            }
        });
        thread.interrupt();
        thread.join();
    }

    /** Each gives way to the other, in step, for ever. */
    @Wrong(Kind.NO_PROGRESS)
    static void giveWayToEachOther() throws Exception {
        AtomicBoolean left = new AtomicBoolean(true);
        AtomicBoolean right = new AtomicBoolean(true);
        run(() -> givesWay(left, right), () -> givesWay(right, left));
    }

    private static void givesWay(AtomicBoolean mine, AtomicBoolean other) {
        while (other.get()) {
            mine.set(false);
            Thread.yield();
            mine.set(true);
        }
        mine.set(false);
    }

    private enum Planet {
        EARTH;

        final int moons = Moon.known();

        static int known() {
            return 8;
        }
    }

    private enum Moon {
        LUNA;

        final int planets = Planet.known();

        static int known() {
            return 1;
        }
    }

    /** Each enum is initialised in the middle of the other one: alone either order works, together two threads can wait for ever. */
    @Wrong(Kind.DEADLOCK)
    static void initialisesTwoEnumsThatNeedEachOther() throws Exception {
        run(() -> Planet.EARTH.toString(), () -> Moon.LUNA.toString());
    }

    @Right
    static void initialisesOneEnumAfterTheOther() throws Exception {
        Planet.EARTH.toString();
        run(() -> Planet.EARTH.toString(), () -> Moon.LUNA.toString());
    }
}
