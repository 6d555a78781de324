package tiny;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Tiny programs by hand. */
final class Tiny {
    private Tiny() {}

    interface Act {
        void run() throws Exception;
    }

    static final class Box {
        volatile int value;
        int plain;
    }

    static void run(Act... acts) throws InterruptedException {
        Thread[] threads = new Thread[acts.length];
        for (int i = 0; i < acts.length; i++) {
            Act act = acts[i];
            threads[i] = new Thread(() -> {
                try {
                    act.run();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static Act synchronizedTimes(Box box, int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                synchronized (box) {
                    box.plain++;
                }
            }
        };
    }

    private static Act lockedTimes(ReentrantLock lock, int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                lock.lock();
                lock.unlock();
            }
        };
    }

    static void monitorTwiceThree() throws Exception {
        Box box = new Box();
        run(synchronizedTimes(box, 3), synchronizedTimes(box, 3));
    }

    static void monitorThriceTwo() throws Exception {
        Box box = new Box();
        run(synchronizedTimes(box, 2), synchronizedTimes(box, 2), synchronizedTimes(box, 2));
    }

    static void twoMonitors() throws Exception {
        run(synchronizedTimes(new Box(), 3), synchronizedTimes(new Box(), 3));
    }

    static void lockTwiceTwo() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        run(lockedTimes(lock, 2), lockedTimes(lock, 2));
    }

    static void lockTwiceThree() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        run(lockedTimes(lock, 3), lockedTimes(lock, 3));
    }

    static void lockThriceOne() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        run(lockedTimes(lock, 1), lockedTimes(lock, 1), lockedTimes(lock, 1));
    }

    static void twoLocks() throws Exception {
        run(lockedTimes(new ReentrantLock(), 3), lockedTimes(new ReentrantLock(), 3));
    }

    static void atomicTwiceThree() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Act act = () -> {
            for (int i = 0; i < 3; i++) {
                count.incrementAndGet();
            }
        };
        run(act, act);
    }

    static void readersOnly() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Act act = () -> {
            count.get();
            count.get();
        };
        run(act, act, act);
    }

    static void nothingShared() throws Exception {
        run(() -> {}, () -> {}, () -> {});
    }

    static void oneWriteTwoReads() throws Exception {
        Box box = new Box();
        int[] seen = new int[2];
        run(
                () -> box.value = 1,
                () -> {
                    seen[0] = box.value;
                    seen[1] = box.value;
                });
    }

    static void oneWriterTwoReaders() throws Exception {
        Box box = new Box();
        int[] seen = new int[2];
        run(() -> box.value = 1, () -> seen[0] = box.value, () -> seen[1] = box.value);
    }

    static void threeWriters() throws Exception {
        Box box = new Box();
        run(() -> box.value = 1, () -> box.value = 2, () -> box.value = 3);
    }

    static void twoWritersOneReader() throws Exception {
        Box box = new Box();
        int[] seen = new int[1];
        run(() -> box.value = 1, () -> box.value = 2, () -> seen[0] = box.value);
    }

    static void storeBuffering() throws Exception {
        Box x = new Box();
        Box y = new Box();
        int[] seen = new int[2];
        run(
                () -> {
                    x.value = 1;
                    seen[0] = y.value;
                },
                () -> {
                    y.value = 1;
                    seen[1] = x.value;
                });
    }

    static void loadBuffering() throws Exception {
        Box x = new Box();
        Box y = new Box();
        int[] seen = new int[2];
        run(
                () -> {
                    seen[0] = x.value;
                    y.value = 1;
                },
                () -> {
                    seen[1] = y.value;
                    x.value = 1;
                });
    }

    static void messagePassing() throws Exception {
        Box data = new Box();
        Box flag = new Box();
        int[] seen = new int[2];
        run(
                () -> {
                    data.value = 1;
                    flag.value = 1;
                },
                () -> {
                    seen[0] = flag.value;
                    seen[1] = data.value;
                });
    }

    static void claims() throws Exception {
        AtomicBoolean taken = new AtomicBoolean();
        Act act = () -> taken.compareAndSet(false, true);
        run(act, act);
    }

    static void oppositeOrders() throws Exception {
        Object a = new Object();
        Object b = new Object();
        run(() -> nested(a, b), () -> nested(b, a));
    }

    private static void nested(Object outer, Object inner) {
        synchronized (outer) {
            synchronized (inner) {
                Thread.holdsLock(inner);
            }
        }
    }

    /** The identity hash codes of two new objects, which are numbers in the order of asking. */
    static void identities() throws Exception {
        Object a = new Object();
        Object b = new Object();
        int[] seen = new int[2];
        run(() -> seen[0] = a.hashCode(), () -> seen[1] = b.hashCode());
    }

    static void oppositeOrdersAndIdentities() throws Exception {
        Object a = new Object();
        Object b = new Object();
        run(() -> nestedAsking(a, b), () -> nestedAsking(b, a));
    }

    private static void nestedAsking(Object outer, Object inner) {
        synchronized (outer) {
            synchronized (inner) {
                outer.hashCode();
            }
        }
    }

    static void oppositeLocks() throws Exception {
        ReentrantLock a = new ReentrantLock();
        ReentrantLock b = new ReentrantLock();
        run(() -> nestedLocks(a, b), () -> nestedLocks(b, a));
    }

    private static void nestedLocks(ReentrantLock outer, ReentrantLock inner) {
        outer.lock();
        inner.lock();
        inner.unlock();
        outer.unlock();
    }

    static void oneSeat() throws Exception {
        ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        run(
                () -> {
                    for (int i = 0; i < 3; i++) {
                        queue.put(i);
                    }
                },
                () -> {
                    for (int i = 0; i < 3; i++) {
                        queue.take();
                    }
                });
    }

    static void onePermit() throws Exception {
        Semaphore permits = new Semaphore(1);
        Act act = () -> {
            permits.acquire();
            permits.release();
        };
        run(act, act);
    }

    static void latchOfTwo() throws Exception {
        CountDownLatch latch = new CountDownLatch(2);
        new Thread(latch::countDown).start();
        new Thread(latch::countDown).start();
        latch.await();
    }

    static void condition() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Condition raised = lock.newCondition();
        boolean[] up = new boolean[1];
        run(
                () -> {
                    lock.lock();
                    while (!up[0]) {
                        raised.await();
                    }
                    lock.unlock();
                },
                () -> {
                    lock.lock();
                    up[0] = true;
                    raised.signalAll();
                    lock.unlock();
                });
    }

    static void waitAndNotify() throws Exception {
        Box box = new Box();
        run(
                () -> {
                    synchronized (box) {
                        while (box.plain == 0) {
                            box.wait();
                        }
                    }
                },
                () -> {
                    synchronized (box) {
                        box.plain = 1;
                        box.notifyAll();
                    }
                });
    }

    static void readersAndWriter() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Act read = () -> {
            lock.readLock().lock();
            lock.readLock().unlock();
        };
        run(read, read, () -> {
            lock.writeLock().lock();
            lock.writeLock().unlock();
        });
    }

    static void spinOnVolatile() throws Exception {
        Box box = new Box();
        run(
                () -> {
                    while (box.value == 0) {
                        Thread.onSpinWait();
                    }
                },
                () -> box.value = 1);
    }

    static void spinOnSwap() throws Exception {
        AtomicBoolean taken = new AtomicBoolean();
        Act act = () -> {
            while (!taken.compareAndSet(false, true)) {
                Thread.onSpinWait();
            }
            taken.set(false);
        };
        run(act, act);
    }

    static void interrupt() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Thread waiter = new Thread(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                // expected
            }
        });
        waiter.start();
        waiter.interrupt();
        waiter.join();
    }

    static void heldByTryLock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Act act = () -> {
            if (lock.tryLock()) {
                lock.unlock();
            }
        };
        run(act, act);
    }
}
