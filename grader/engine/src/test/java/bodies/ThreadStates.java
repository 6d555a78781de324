package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.thread;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** What threads and locks say of themselves: states, queues, numbers, names, groups. */
final class ThreadStates {
    private ThreadStates() {}

    // ---- Thread.getState

    @Right
    static void waitsUntilTheOtherIsBlocked() throws Exception {
        Object lock = new Object();
        AtomicInteger entered = new AtomicInteger();
        Thread other = thread(() -> {
            synchronized (lock) {
                entered.set(1);
            }
        });
        synchronized (lock) {
            other.start();
            while (other.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            same(0, entered.get());
        }
        other.join();
        yes(other.getState() == Thread.State.TERMINATED, "not ended");
    }

    @Right
    static void waitsUntilTheOtherWaits() throws Exception {
        Object lock = new Object();
        Cell signals = new Cell();
        Thread other = start(() -> {
            synchronized (lock) {
                while (signals.value == 0) {
                    lock.wait();
                }
            }
        });
        while (other.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        synchronized (lock) {
            signals.value = 1;
            lock.notify();
        }
        other.join();
    }

    /** Any state may be seen at some time. */
    @Wrong(Kind.ASSERTION)
    static void expectsTheOtherToWaitAtOnce() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        Thread other = start(open::await);
        Thread.State seen = other.getState();
        open.countDown();
        other.join();
        yes(seen == Thread.State.WAITING, "was " + seen);
    }

    @Wrong(Kind.ASSERTION)
    static void expectsTheOtherNotToWaitYet() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        Thread other = start(open::await);
        Thread.State seen = other.getState();
        open.countDown();
        other.join();
        yes(seen != Thread.State.WAITING, "waits already");
    }

    @Wrong(Kind.ASSERTION)
    static void expectsNeverToSeeItParked() throws Exception {
        Thread other = start(LockSupport::park);
        Thread.State seen = other.getState();
        LockSupport.unpark(other);
        yes(seen != Thread.State.WAITING, "parked");
    }

    @Wrong(Kind.ASSERTION)
    static void expectsNeverToSeeItBlocked() throws Exception {
        Object lock = new Object();
        Thread first = start(() -> holds(lock));
        Thread second = start(() -> holds(lock));
        Thread.State seen = second.getState();
        first.join();
        yes(seen != Thread.State.BLOCKED, "blocked");
    }

    private static void holds(Object lock) {
        synchronized (lock) {
            synchronized (lock.getClass()) {
                lock.hashCode();
            }
        }
    }

    @Right
    static void knowsItsStates() throws Exception {
        Thread other = thread(() -> Thread.sleep(100));
        yes(other.getState() == Thread.State.NEW, "not new");
        other.start();
        yes(other.getState() != Thread.State.NEW, "still new");
        Thread.sleep(50);
        yes(other.getState() == Thread.State.TIMED_WAITING, "not asleep");
        other.join();
        yes(other.getState() == Thread.State.TERMINATED, "not ended");
        yes(Thread.currentThread().getState() == Thread.State.RUNNABLE, "not running");
    }

    // ---- queues of locks

    @Right
    static void waitsUntilSomebodyQueues() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        Thread other = start(() -> {
            lock.lock();
            lock.unlock();
        });
        while (!lock.hasQueuedThread(other)) {
            Thread.onSpinWait();
        }
        same(1, lock.getQueueLength());
        yes(lock.hasQueuedThreads(), "nobody");
        lock.unlock();
        other.join();
        same(0, lock.getQueueLength());
    }

    @Right
    static void waitsUntilSomebodyQueuesAtAFairLock() throws Exception {
        ReentrantLock lock = new ReentrantLock(true);
        lock.lock();
        Thread other = start(() -> {
            lock.lock();
            lock.unlock();
        });
        while (!lock.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        lock.unlock();
        other.join();
    }

    @Wrong(Kind.ASSERTION)
    static void expectsNobodyInTheQueue() throws Exception {
        Semaphore permits = new Semaphore(0);
        Thread other = start(permits::acquire);
        int waiting = permits.getQueueLength();
        permits.release();
        other.join();
        same(0, waiting);
    }

    @Wrong(Kind.ASSERTION)
    static void expectsSomebodyInTheQueue() throws Exception {
        Semaphore permits = new Semaphore(0);
        Thread other = start(permits::acquire);
        int waiting = permits.getQueueLength();
        permits.release();
        other.join();
        same(1, waiting);
    }

    @Right
    static void countsReaders() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        CountDownLatch both = new CountDownLatch(2);
        CountDownLatch seen = new CountDownLatch(1);
        Together.Act reader = () -> {
            lock.readLock().lock();
            both.countDown();
            seen.await();
            same(1, lock.getReadHoldCount());
            lock.readLock().unlock();
        };
        Thread one = start(reader);
        Thread other = start(reader);
        both.await();
        same(2, lock.getReadLockCount());
        seen.countDown();
        one.join();
        other.join();
        same(0, lock.getReadLockCount());
    }

    /** First come, first served: once the first is in the queue, the second comes after it. */
    @Right
    static void servesInTurnAtAFairLock() throws Exception {
        servesInTurn(new ReentrantLock(true));
    }

    @Wrong(Kind.ASSERTION)
    static void expectsTurnsAtAnUnfairLock() throws Exception {
        servesInTurn(new ReentrantLock());
    }

    private static void servesInTurn(ReentrantLock lock) throws InterruptedException {
        AtomicInteger last = new AtomicInteger();
        lock.lock();
        Thread first = start(() -> {
            lock.lock();
            last.set(1);
            lock.unlock();
        });
        while (!lock.hasQueuedThread(first)) {
            Thread.onSpinWait();
        }
        Thread second = start(() -> {
            lock.lock();
            last.set(2);
            lock.unlock();
        });
        while (!lock.hasQueuedThread(second)) {
            Thread.onSpinWait();
        }
        lock.unlock();
        first.join();
        second.join();
        same(2, last.get());
    }

    @Right
    static void servesInTurnAtAFairSemaphore() throws Exception {
        Semaphore permits = new Semaphore(0, true);
        AtomicInteger last = new AtomicInteger();
        Thread first = start(() -> {
            permits.acquire();
            last.set(1);
            permits.release();
        });
        while (permits.getQueueLength() < 1) {
            Thread.onSpinWait();
        }
        Thread second = start(() -> {
            permits.acquire();
            last.set(2);
            permits.release();
        });
        while (permits.getQueueLength() < 2) {
            Thread.onSpinWait();
        }
        permits.release();
        first.join();
        second.join();
        same(2, last.get());
    }

    // ---- numbers and names

    /** Identity hash codes tell two objects apart in any order of asking. */
    @Right
    static void keepsObjectsApart() throws Exception {
        Map<Object, Integer> numbers = new IdentityHashMap<>();
        Set<Object> objects = new HashSet<>();
        Object lock = new Object();
        Together.Act act = () -> {
            Object mine = new Object();
            synchronized (lock) {
                numbers.put(mine, numbers.size());
                objects.add(mine);
            }
        };
        run(act, act);
        same(2, numbers.size());
        same(2, objects.size());
    }

    @Right
    static void namesThreadsInTheirOrder() throws Exception {
        Thread first = thread(() -> {});
        Thread second = thread(() -> {});
        yes(first.getName().equals("Thread-0"), first.getName());
        yes(second.getName().equals("Thread-1"), second.getName());
        second.start();
        first.start();
        second.join();
        first.join();
        yes(second.getName().equals("Thread-1"), second.getName());
    }

    /** Who makes its thread first gets the lower number. */
    @Wrong(Kind.ASSERTION)
    static void expectsNamesFromTwoMakers() throws Exception {
        AtomicReference<String> mine = new AtomicReference<>();
        run(() -> mine.set(thread(() -> {}).getName()), () -> thread(() -> {}).getName());
        yes(mine.get().equals("Thread-2"), mine.get());
    }

    @Wrong(Kind.ASSERTION)
    static void expectsNumbersOfTwoPools() throws Exception {
        AtomicReference<String> name = new AtomicReference<>();
        run(() -> name.set(nameOfAWorker()), ThreadStates::nameOfAWorker);
        yes(name.get().equals("pool-1-thread-1"), name.get());
    }

    private static String nameOfAWorker() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            return pool.submit(() -> Thread.currentThread().getName()).get();
        } finally {
            pool.shutdown();
        }
    }

    // ---- what threads inherit, and groups

    @Right
    static void inheritsFromItsMaker() throws Exception {
        ThreadGroup group = new ThreadGroup("bakers");
        AtomicBoolean inherited = new AtomicBoolean();
        Thread parent = new Thread(group, () -> {
            Thread.currentThread().setPriority(3);
            Thread child = new Thread(() -> inherited.set(
                    Thread.currentThread().getThreadGroup() == group
                            && Thread.currentThread().getPriority() == 3
                            && Thread.currentThread().isDaemon()));
            child.start();
            try {
                child.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        parent.setDaemon(true);
        parent.start();
        parent.join();
        yes(inherited.get(), "not inherited");
    }

    @Right
    static void countsTheMembersOfAGroup() throws Exception {
        ThreadGroup group = new ThreadGroup("bakers");
        CountDownLatch open = new CountDownLatch(1);
        Runnable waits = () -> {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        Thread one = new Thread(group, waits);
        Thread other = new Thread(group, waits);
        same(0, group.activeCount());
        one.start();
        other.start();
        same(2, group.activeCount());
        Thread[] members = new Thread[3];
        same(2, group.enumerate(members));
        yes(members[0] == one && members[1] == other, "others");
        open.countDown();
        one.join();
        other.join();
        same(0, group.activeCount());
        yes(one.getThreadGroup() == null, "still in the group");
    }

    @Wrong(Kind.ASSERTION)
    static void expectsTheGroupToBeEmptySoon() throws Exception {
        ThreadGroup group = new ThreadGroup("bakers");
        AtomicInteger work = new AtomicInteger();
        new Thread(group, work::incrementAndGet).start();
        same(0, group.activeCount());
    }

    @Right
    static void interruptsAGroup() throws Exception {
        ThreadGroup group = new ThreadGroup("sleepers");
        AtomicInteger woken = new AtomicInteger();
        Runnable sleeps = () -> {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                woken.incrementAndGet();
            }
        };
        Thread one = new Thread(group, sleeps);
        Thread other = new Thread(group, sleeps);
        one.start();
        other.start();
        group.interrupt();
        one.join();
        other.join();
        same(2, woken.get());
    }
}
