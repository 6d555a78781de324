package tiny;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import tiny.Tiny.Act;
import tiny.Tiny.Box;

/** More tiny programs, each with a number of interleavings that an argument gives; the arguments stand in the test. */
final class Counted {
    private Counted() {}

    private static Act using(Semaphore permits) {
        return () -> {
            permits.acquire();
            permits.release();
        };
    }

    private static Act incrementing(AtomicInteger count, int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                count.incrementAndGet();
            }
        };
    }

    private static Act writing(Box box, int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                box.value = i;
            }
        };
    }

    private static Act reading(Box box, int times) {
        int[] seen = new int[times];
        return () -> {
            for (int i = 0; i < times; i++) {
                seen[i] = box.value;
            }
        };
    }

    private static Act nested(Object outer, Object inner) {
        return () -> {
            synchronized (outer) {
                synchronized (inner) {
                    Thread.holdsLock(inner);
                }
            }
        };
    }

    private static Act putting(BlockingQueue<Integer> queue, int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                queue.put(i);
            }
        };
    }

    private static Act taking(BlockingQueue<Integer> queue, int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                queue.take();
            }
        };
    }

    static void monitorFourOne() throws Exception {
        Object lock = new Object();
        Act act = () -> {
            synchronized (lock) {
                Thread.holdsLock(lock);
            }
        };
        Tiny.run(act, act, act, act);
    }

    static void monitorsInARing() throws Exception {
        Object a = new Object();
        Object b = new Object();
        Object c = new Object();
        Tiny.run(nested(a, b), nested(b, c), nested(c, a));
    }

    static void atomicTwoAndFour() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Tiny.run(incrementing(count, 2), incrementing(count, 4));
    }

    static void atomicThriceTwo() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Tiny.run(incrementing(count, 2), incrementing(count, 2), incrementing(count, 2));
    }

    static void threeClaims() throws Exception {
        AtomicBoolean taken = new AtomicBoolean();
        Act act = () -> taken.compareAndSet(false, true);
        Tiny.run(act, act, act);
    }

    static void twoWritesTwoReads() throws Exception {
        Box box = new Box();
        Tiny.run(writing(box, 2), reading(box, 2));
    }

    static void twoPairs() throws Exception {
        Box one = new Box();
        Box other = new Box();
        Tiny.run(writing(one, 1), reading(one, 1), writing(other, 1), reading(other, 1));
    }

    static void twoPermitsThreeThreads() throws Exception {
        Semaphore permits = new Semaphore(2);
        Tiny.run(using(permits), using(permits), using(permits));
    }

    static void enoughPermits() throws Exception {
        Semaphore permits = new Semaphore(2);
        Tiny.run(using(permits), using(permits));
    }

    static void oneWaitsInVain() throws Exception {
        Semaphore permits = new Semaphore(1);
        Act act = () -> permits.tryAcquire(1, TimeUnit.SECONDS);
        Tiny.run(act, act);
    }

    static void lockedNap() throws Exception {
        Object lock = new Object();
        Act act = () -> {
            synchronized (lock) {
                Thread.sleep(1);
            }
        };
        Tiny.run(act, act);
    }

    static void latchOfThree() throws Exception {
        CountDownLatch latch = new CountDownLatch(3);
        Tiny.run(latch::countDown, latch::countDown, latch::countDown, latch::await);
    }

    static void threeSeatsThreeEach() throws Exception {
        ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(3);
        Tiny.run(putting(queue, 3), taking(queue, 3));
    }

    static void twoSeatsThreeEach() throws Exception {
        ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
        Tiny.run(putting(queue, 3), taking(queue, 3));
    }

    static void twoProducersOneConsumer() throws Exception {
        ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
        Tiny.run(putting(queue, 1), putting(queue, 1), taking(queue, 2));
    }

    static void linkedTwoEach() throws Exception {
        LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        Tiny.run(putting(queue, 2), taking(queue, 2));
    }

    static void barrierOfTwo() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Tiny.run(barrier::await, barrier::await);
    }

    static void joinBetweenReads() throws Exception {
        Box box = new Box();
        Thread writer = new Thread(() -> box.value = 1);
        writer.start();
        int before = box.value;
        writer.join();
        int after = box.value;
        if (after < before) {
            throw new AssertionError();
        }
    }

    static void joinThenWrite() throws Exception {
        Box box = new Box();
        Thread first = new Thread(() -> box.value = 1);
        Thread second = new Thread(() -> {
            try {
                first.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            box.value = 2;
        });
        first.start();
        second.start();
        second.join();
    }

    static void oneWriterOneReader() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Tiny.run(
                () -> {
                    lock.writeLock().lock();
                    lock.writeLock().unlock();
                },
                () -> {
                    lock.readLock().lock();
                    lock.readLock().unlock();
                });
    }

    static void twoLockReaders() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Act read = () -> {
            lock.readLock().lock();
            lock.readLock().unlock();
        };
        Tiny.run(read, read);
    }

    static void poolOfOne() throws Exception {
        AtomicInteger count = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(1);
        Future<?> task = pool.submit(() -> count.incrementAndGet());
        count.incrementAndGet();
        task.get();
        pool.shutdown();
    }
}
