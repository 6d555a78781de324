package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.yes;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Sleeping while others wait: who waited while the clock moved could as well have come first. */
final class Naps {
    private Naps() {}

    @Wrong(Kind.ASSERTION)
    static void expectsTheSleeperToHaveBeenFirst() throws Exception {
        Object lock = new Object();
        AtomicInteger last = new AtomicInteger();
        run(
                () -> {
                    synchronized (lock) {
                        Thread.sleep(100);
                        last.set(1);
                    }
                },
                () -> {
                    synchronized (lock) {
                        last.set(2);
                    }
                });
        same(2, last.get());
    }

    @Wrong(Kind.ASSERTION)
    static void expectsTheSleeperToHaveBeenLast() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        AtomicInteger last = new AtomicInteger();
        run(
                () -> {
                    lock.lock();
                    Thread.sleep(100);
                    last.set(1);
                    lock.unlock();
                },
                () -> {
                    lock.lock();
                    last.set(2);
                    lock.unlock();
                });
        same(1, last.get());
    }

    /** Both orders, and a third thread between them. */
    @Wrong(Kind.ASSERTION)
    static void expectsTheInnerLockToBeTakenFromOutside() throws Exception {
        Object outer = new Object();
        Object inner = new Object();
        AtomicInteger order = new AtomicInteger();
        run(
                () -> {
                    synchronized (outer) {
                        synchronized (inner) {
                            Thread.sleep(100);
                            order.set(order.get() * 10 + 1);
                        }
                    }
                },
                () -> {
                    synchronized (inner) {
                        order.set(order.get() * 10 + 2);
                    }
                },
                () -> {
                    synchronized (outer) {
                        order.compareAndSet(0, 3);
                    }
                });
        yes(order.get() != 312, "the third came first, then the sleeper");
    }

    @Right
    static void ordersByTheLockAroundTheNap() throws Exception {
        Object lock = new Object();
        int[] count = new int[1];
        Together.Act act = () -> {
            synchronized (lock) {
                int seen = count[0];
                Thread.sleep(100);
                count[0] = seen + 1;
            }
        };
        run(act, act, act);
        same(3, count[0]);
    }

    @Wrong(Kind.ASSERTION)
    static void expectsToGetTheLockInTime() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        AtomicInteger got = new AtomicInteger();
        Together.Act act = () -> {
            if (lock.tryLock(50, TimeUnit.MILLISECONDS)) {
                got.incrementAndGet();
                Thread.sleep(100);
                lock.unlock();
            }
        };
        run(act, act);
        same(2, got.get());
    }

    @Right
    static void getsTheLockInTime() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        AtomicInteger got = new AtomicInteger();
        Together.Act act = () -> {
            if (lock.tryLock(500, TimeUnit.MILLISECONDS)) {
                got.incrementAndGet();
                Thread.sleep(100);
                lock.unlock();
            }
        };
        run(act, act);
        same(2, got.get());
    }
}
