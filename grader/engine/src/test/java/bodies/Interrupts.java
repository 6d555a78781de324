package bodies;

import static bodies.Together.run;
import static bodies.Together.start;
import static bodies.Together.yes;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Time;
import telar.engine.Wrong;

/** Every call that waits and can be interrupted, interrupted before or while it waits. */
final class Interrupts {
    private Interrupts() {}

    /** Interrupts a thread that makes the call, which must then throw and leave the status clear. */
    private static void heeded(Together.Act call) throws InterruptedException {
        AtomicBoolean heeded = new AtomicBoolean();
        Thread thread = start(() -> {
            try {
                call.run();
            } catch (InterruptedException e) {
                heeded.set(!Thread.currentThread().isInterrupted());
            }
        });
        thread.interrupt();
        thread.join();
        yes(heeded.get(), "not heeded");
    }

    @Right
    static void inWait() throws Exception {
        Object object = new Object();
        heeded(() -> {
            synchronized (object) {
                while (true) {
                    object.wait();
                }
            }
        });
    }

    @Right
    static void inTimedWait() throws Exception {
        Object object = new Object();
        heeded(() -> {
            synchronized (object) {
                while (true) {
                    object.wait(1_000);
                }
            }
        });
    }

    @Right
    static void inJoin() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        Thread other = start(open::await);
        heeded(other::join);
        open.countDown();
    }

    @Right
    static void inSleep() throws Exception {
        heeded(() -> TimeUnit.DAYS.sleep(1));
    }

    @Right
    static void inLockInterruptibly() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        heeded(lock::lockInterruptibly);
        lock.unlock();
    }

    @Right
    static void inFairLockInterruptibly() throws Exception {
        ReentrantLock lock = new ReentrantLock(true);
        lock.lock();
        heeded(lock::lockInterruptibly);
        lock.unlock();
    }

    @Right
    static void inTimedTryLock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        heeded(() -> lock.tryLock(1, TimeUnit.DAYS));
        lock.unlock();
    }

    @Right
    static void inReadLockInterruptibly() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        lock.writeLock().lock();
        heeded(() -> lock.readLock().lockInterruptibly());
        lock.writeLock().unlock();
    }

    @Right
    static void inStampedWriteLockInterruptibly() throws Exception {
        StampedLock lock = new StampedLock();
        long stamp = lock.readLock();
        heeded(lock::writeLockInterruptibly);
        lock.unlockRead(stamp);
    }

    @Right
    static void inAcquire() throws Exception {
        heeded(new Semaphore(0)::acquire);
    }

    @Right
    static void inTimedTryAcquire() throws Exception {
        Semaphore permits = new Semaphore(1);
        heeded(() -> permits.tryAcquire(2, 1, TimeUnit.DAYS));
    }

    @Right
    static void inLatch() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        heeded(() -> latch.await(1, TimeUnit.DAYS));
    }

    @Right
    static void inTakes() throws Exception {
        heeded(new ArrayBlockingQueue<Integer>(1)::take);
        heeded(new LinkedBlockingQueue<Integer>()::take);
        heeded(new LinkedBlockingDeque<Integer>()::takeLast);
        heeded(new PriorityBlockingQueue<Integer>()::take);
    }

    @Right
    static void inPut() throws Exception {
        ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        queue.put(1);
        heeded(() -> queue.put(2));
    }

    @Right
    static void inTimedPollAndOffer() throws Exception {
        LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>(1);
        heeded(() -> queue.poll(1, TimeUnit.DAYS));
        queue.put(1);
        heeded(() -> queue.offer(2, 1, TimeUnit.DAYS));
    }

    @Right
    static void inHandOver() throws Exception {
        heeded(new SynchronousQueue<Integer>()::take);
        heeded(() -> new SynchronousQueue<Integer>().put(1));
        heeded(() -> new LinkedTransferQueue<Integer>().transfer(1));
    }

    @Right
    static void inDelayedTake() throws Exception {
        heeded(new DelayQueue<Delayed>()::take);
    }

    @Right
    static void inExchange() throws Exception {
        heeded(() -> new Exchanger<Integer>().exchange(1));
    }

    @Right
    static void inPhase() throws Exception {
        Phaser phaser = new Phaser(1);
        heeded(() -> phaser.awaitAdvanceInterruptibly(0));
    }

    @Right
    static void inGet() throws Exception {
        CompletableFuture<Integer> never = new CompletableFuture<>();
        heeded(never::get);
        heeded(() -> never.get(1, TimeUnit.DAYS));
    }

    @Right
    static void inBarrier() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        AtomicBoolean broken = new AtomicBoolean();
        Thread first = start(() -> {
            try {
                barrier.await();
            } catch (InterruptedException e) {
                yes(barrier.isBroken(), "not broken");
            } catch (BrokenBarrierException e) {
                broken.set(true);
            }
        });
        first.interrupt();
        first.join();
        yes(barrier.isBroken() && !broken.get(), "not broken by the interrupt");
    }

    @Right
    static void inInvokeAll() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        CountDownLatch never = new CountDownLatch(1);
        Callable<Integer> task = () -> {
            never.await();
            return 1;
        };
        heeded(() -> pool.invokeAll(List.of(task)));
        pool.shutdownNow();
    }

    @Right
    static void inAwaitTermination() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        CountDownLatch open = new CountDownLatch(1);
        pool.submit(() -> {
            open.await();
            return 1;
        });
        pool.shutdown();
        heeded(() -> pool.awaitTermination(1, TimeUnit.DAYS));
        open.countDown();
    }

    @Right
    static void cancelsATask() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean heeded = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> task = pool.submit(() -> {
            begun.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                heeded.set(true);
            }
        });
        begun.await();
        yes(task.cancel(true), "not cancelled");
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.SECONDS);
        yes(heeded.get(), "not heeded");
    }

    @Wrong(Kind.DEADLOCK)
    static void cancelsATaskWithoutInterruptingIt() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> task = pool.submit(() -> {
            begun.countDown();
            never.await();
            return 1;
        });
        begun.await();
        task.cancel(false);
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.SECONDS);
    }

    @Right
    static void endsAParkWithoutClearing() throws Exception {
        Thread thread = start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.park();
            }
            LockSupport.park(); // returns at once: the status is still set
        });
        thread.interrupt();
        thread.join();
    }

    @Wrong(Kind.DEADLOCK)
    static void clearsTheStatusAndParks() throws Exception {
        Thread thread = start(() -> {
            while (!Thread.interrupted()) {
                LockSupport.park();
            }
            LockSupport.park();
        });
        thread.interrupt();
        thread.join();
    }

    /** The status set before the start is found by the thread. */
    @Right
    static void interruptsBeforeTheStart() throws Exception {
        AtomicBoolean heeded = new AtomicBoolean();
        Thread thread = Together.thread(() -> {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                heeded.set(true);
            }
        });
        thread.interrupt();
        thread.start();
        thread.join();
        yes(heeded.get(), "not heeded");
    }

    @Right
    static void waitsForTheLockBeforeItThrows() throws Exception {
        Object object = new Object();
        AtomicBoolean inside = new AtomicBoolean();
        Thread waiter = start(() -> {
            synchronized (object) {
                try {
                    object.wait();
                } catch (InterruptedException e) {
                    yes(!inside.get(), "threw while another thread had the lock");
                }
            }
        });
        run(() -> {
            synchronized (object) {
                inside.set(true);
                waiter.interrupt();
                inside.set(false);
            }
        });
        waiter.join();
    }

    /** Acquiring by {@code lock()} cannot be interrupted; the status stays. */
    @Right
    static void keepsTheStatusThroughALock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        AtomicBoolean kept = new AtomicBoolean();
        Thread thread = start(() -> {
            lock.lock();
            lock.unlock();
            kept.set(Thread.currentThread().isInterrupted());
        });
        thread.interrupt();
        lock.unlock();
        thread.join();
        yes(kept.get(), "lost");
    }

    /** Two threads stand in a ring, and a third frees them. */
    @Right
    static void freesARingByInterrupting() throws Exception {
        ReentrantLock a = new ReentrantLock();
        ReentrantLock b = new ReentrantLock();
        Thread one = start(() -> both(a, b));
        Thread other = start(() -> both(b, a));
        Thread.sleep(1_000);
        one.interrupt();
        one.join();
        other.join();
    }

    @Wrong(Kind.ASSERTION)
    static void expectsNoRing() throws Exception {
        ReentrantLock a = new ReentrantLock();
        ReentrantLock b = new ReentrantLock();
        AtomicBoolean ring = new AtomicBoolean();
        Thread one = start(() -> {
            try {
                both(a, b);
            } finally {
                ring.set(Thread.interrupted() || ring.get());
            }
        });
        Thread other = start(() -> both(b, a));
        Thread.sleep(1_000);
        ring.set(one.isAlive());
        one.interrupt();
        one.join();
        other.join();
        yes(!ring.get(), "they stood in a ring");
    }

    @Wrong(value = Kind.DEADLOCK, time = Time.ADVERSARIAL)
    static void interruptsARingTooEarly() throws Exception {
        ReentrantLock a = new ReentrantLock();
        ReentrantLock b = new ReentrantLock();
        Thread one = Together.thread(() -> {
            Thread.interrupted();
            both(a, b);
        });
        one.start();
        Thread other = start(() -> both(b, a));
        Thread.sleep(1_000);
        one.interrupt();
        one.join();
        other.join();
    }

    private static void both(ReentrantLock first, ReentrantLock second) {
        try {
            first.lockInterruptibly();
            try {
                second.lockInterruptibly();
                second.unlock();
            } finally {
                first.unlock();
            }
        } catch (InterruptedException e) {
            // gives way
        }
    }
}
