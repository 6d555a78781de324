package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Waits that end without a signal and weak compare-and-sets that fail without a reason. */
final class SpuriousEvents {
    private SpuriousEvents() {}

    /** A door that one thread opens and another waits in front of. */
    static final class Door {
        final ReentrantLock lock = new ReentrantLock();
        final Condition opened = lock.newCondition();
        boolean open;

        void open() {
            lock.lock();
            try {
                open = true;
                opened.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    @Right
    static void awaitsUninterruptiblyInALoop() throws Exception {
        Door door = new Door();
        run(
                () -> {
                    door.lock.lock();
                    try {
                        while (!door.open) {
                            door.opened.awaitUninterruptibly();
                        }
                    } finally {
                        door.lock.unlock();
                    }
                },
                door::open);
    }

    @Wrong(Kind.ASSERTION)
    static void awaitsUninterruptiblyInAnIf() throws Exception {
        Door door = new Door();
        run(
                () -> {
                    door.lock.lock();
                    try {
                        if (!door.open) {
                            door.opened.awaitUninterruptibly();
                        }
                        yes(door.open, "the door is shut");
                    } finally {
                        door.lock.unlock();
                    }
                },
                door::open);
    }

    @Right
    static void awaitsNanosInALoop() throws Exception {
        Door door = new Door();
        run(
                () -> {
                    door.lock.lock();
                    try {
                        long left = 1_000_000;
                        while (!door.open && left > 0) {
                            left = door.opened.awaitNanos(left);
                        }
                        yes(door.open || left <= 0, "woken too early");
                    } finally {
                        door.lock.unlock();
                    }
                },
                door::open);
    }

    @Wrong(Kind.ASSERTION)
    static void takesTimeLeftForTheSignal() throws Exception {
        Door door = new Door();
        run(
                () -> {
                    door.lock.lock();
                    try {
                        if (!door.open) {
                            long left = door.opened.awaitNanos(1_000_000);
                            yes(door.open || left <= 0, "woken too early");
                        }
                    } finally {
                        door.lock.unlock();
                    }
                },
                door::open);
    }

    @Wrong(Kind.ASSERTION)
    static void takesTheResultOfATimedAwaitForTheSignal() throws Exception {
        Door door = new Door();
        run(
                () -> {
                    door.lock.lock();
                    try {
                        if (!door.open && door.opened.await(1, TimeUnit.SECONDS)) {
                            yes(door.open, "the door is shut");
                        }
                    } finally {
                        door.lock.unlock();
                    }
                },
                door::open);
    }

    @Right
    static void awaitsUnderAWriteLockInALoop() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Condition ready = lock.writeLock().newCondition();
        Cell cell = new Cell();
        run(
                () -> {
                    lock.writeLock().lock();
                    while (cell.value == 0) {
                        ready.await();
                    }
                    lock.writeLock().unlock();
                },
                () -> {
                    lock.writeLock().lock();
                    cell.value = 1;
                    ready.signal();
                    lock.writeLock().unlock();
                });
    }

    @Wrong(Kind.ASSERTION)
    static void awaitsUnderAWriteLockInAnIf() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Condition ready = lock.writeLock().newCondition();
        Cell cell = new Cell();
        run(
                () -> {
                    lock.writeLock().lock();
                    if (cell.value == 0) {
                        ready.await();
                    }
                    same(1, cell.value);
                    lock.writeLock().unlock();
                },
                () -> {
                    lock.writeLock().lock();
                    cell.value = 1;
                    ready.signal();
                    lock.writeLock().unlock();
                });
    }

    /** A wait gives the lock back as often as it was taken, and has it as often again. */
    @Right
    static void awaitsWithTwoHolds() throws Exception {
        Door door = new Door();
        run(
                () -> {
                    door.lock.lock();
                    door.lock.lock();
                    while (!door.open) {
                        door.opened.await();
                    }
                    same(2, door.lock.getHoldCount());
                    door.lock.unlock();
                    door.lock.unlock();
                },
                door::open);
    }

    @Right
    static void heedsAnInterruptInAwait() throws Exception {
        Door door = new Door();
        AtomicBoolean heeded = new AtomicBoolean();
        Thread waiter = start(() -> {
            door.lock.lock();
            try {
                while (!door.open) {
                    door.opened.await();
                }
            } catch (InterruptedException e) {
                yes(door.lock.isHeldByCurrentThread(), "woke without the lock");
                heeded.set(true);
            } finally {
                door.lock.unlock();
            }
        });
        waiter.interrupt();
        waiter.join();
        yes(heeded.get(), "not heeded");
    }

    @Right
    static void parksInALoop() throws Exception {
        AtomicBoolean open = new AtomicBoolean();
        Thread waiter = start(() -> {
            while (!open.get()) {
                LockSupport.park();
            }
        });
        open.set(true);
        LockSupport.unpark(waiter);
        waiter.join();
    }

    @Wrong(Kind.DEADLOCK)
    static void unparksBeforeItOpens() throws Exception {
        AtomicBoolean open = new AtomicBoolean();
        Thread waiter = start(() -> {
            while (!open.get()) {
                LockSupport.park();
            }
        });
        LockSupport.unpark(waiter);
        open.set(true);
        waiter.join();
    }

    // ---- weak compare-and-set

    @Right
    static void triesAWeakSwapAgain() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Together.Act act = () -> {
            int seen;
            do {
                seen = count.get();
            } while (!count.weakCompareAndSetVolatile(seen, seen + 1));
        };
        run(act, act);
        same(2, count.get());
    }

    @Wrong(Kind.ASSERTION)
    static void triesAWeakSwapOnce() throws Exception {
        AtomicInteger count = new AtomicInteger();
        run(() -> count.weakCompareAndSetVolatile(0, 1));
        same(1, count.get());
    }

    @Right
    static void triesAStrongSwapOnce() throws Exception {
        AtomicInteger count = new AtomicInteger();
        run(() -> count.compareAndSet(0, 1));
        same(1, count.get());
    }

    static final class Lamp {
        static final VarHandle LIT;

        static {
            try {
                LIT = MethodHandles.lookup().findVarHandle(Lamp.class, "lit", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        @SuppressWarnings("unused") // by the handle
        volatile int lit;
    }

    @Right
    static void lightsByAStrongHandle() throws Exception {
        Lamp lamp = new Lamp();
        AtomicInteger lighters = new AtomicInteger();
        Together.Act act = () -> {
            if (Lamp.LIT.compareAndSet(lamp, 0, 1)) {
                lighters.incrementAndGet();
            }
        };
        run(act, act);
        same(1, lighters.get());
    }

    @Wrong(Kind.ASSERTION)
    static void lightsByAWeakHandle() throws Exception {
        Lamp lamp = new Lamp();
        AtomicInteger lighters = new AtomicInteger();
        run(() -> {
            if (Lamp.LIT.weakCompareAndSet(lamp, 0, 1)) {
                lighters.incrementAndGet();
            }
        });
        same(1, lighters.get());
    }
}
