package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.thread;
import static bodies.Together.yes;

import bodies.Together.Act;
import bodies.Together.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Time;
import telar.engine.Wrong;

/** Programs of the kind that exercises are made of, each of which the engine has once misjudged; and their twins. */
final class Findings {
    private Findings() {}

    // ---- who is first at a monitor, although the holder waits for something else

    private static Thread guard(Object room, CountDownLatch closing) {
        return start(() -> {
            synchronized (room) {
                closing.await();
            }
        });
    }

    private static Thread daemon(Act act) {
        Thread thread = thread(act);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Wrong(Kind.ASSERTION)
    static void expectsTheVisitorToBeBlockedByAGuardWhoStays() throws Exception {
        Object room = new Object();
        CountDownLatch closing = new CountDownLatch(1);
        daemon(() -> {
            synchronized (room) {
                closing.await();
            }
        });
        Thread visitor = daemon(() -> {
            synchronized (room) {
                room.hashCode();
            }
        });
        Thread.sleep(1000);
        yes(visitor.getState() == Thread.State.BLOCKED, "is " + visitor.getState());
    }

    @Wrong(Kind.ASSERTION)
    static void expectsTheVisitorToBeStillThere() throws Exception {
        Object room = new Object();
        CountDownLatch closing = new CountDownLatch(1);
        daemon(() -> {
            synchronized (room) {
                closing.await();
            }
        });
        Thread visitor = daemon(() -> {
            synchronized (room) {
                room.hashCode();
            }
        });
        Thread.sleep(1000);
        yes(visitor.isAlive(), "is gone");
    }

    @Wrong(Kind.ASSERTION)
    static void expectsTheVisitorToBeBlockedByAGuardWhoLetsGo() throws Exception {
        Object room = new Object();
        CountDownLatch closing = new CountDownLatch(1);
        guard(room, closing);
        Thread visitor = start(() -> {
            synchronized (room) {
                room.hashCode();
            }
        });
        Thread.sleep(1000);
        Thread.State seen = visitor.getState();
        closing.countDown();
        yes(seen == Thread.State.BLOCKED, "is " + seen);
    }

    @Wrong(Kind.ASSERTION)
    static void expectsTheVisitorThatACuratorSendsToBeBlocked() throws Exception {
        Object room = new Object();
        CountDownLatch closing = new CountDownLatch(1);
        Thread[] visitor = new Thread[1];
        Thread curator = start(() -> {
            guard(room, closing);
            visitor[0] = start(() -> {
                synchronized (room) {
                    room.hashCode();
                }
            });
        });
        Thread.sleep(1000);
        curator.join();
        Thread.State seen = visitor[0].getState();
        closing.countDown();
        yes(seen == Thread.State.BLOCKED, "is " + seen);
    }

    @Right
    static void blocksTheVisitorWhoComesAfterTheGuard() throws Exception {
        Object room = new Object();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        start(() -> {
            synchronized (room) {
                inside.countDown();
                closing.await();
            }
        });
        inside.await();
        Thread visitor = start(() -> {
            synchronized (room) {
                room.hashCode();
            }
        });
        Thread.sleep(1000);
        Thread.State seen = visitor.getState();
        closing.countDown();
        yes(seen == Thread.State.BLOCKED, "is " + seen);
    }

    // ---- the state of a thread on its way to a wait

    @Wrong(value = Kind.ASSERTION, time = Time.ADVERSARIAL)
    static void guessesByASleepThatItWaits() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        Thread exhibit = start(closing::await);
        Thread.sleep(100);
        Thread.State seen = exhibit.getState();
        closing.countDown();
        yes(seen == Thread.State.WAITING, "is " + seen);
    }

    @Right
    static void letsTimePassUntilItWaits() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        Thread exhibit = start(closing::await);
        Thread.sleep(100);
        Thread.State seen = exhibit.getState();
        closing.countDown();
        yes(seen == Thread.State.WAITING, "is " + seen);
    }

    @Wrong(Kind.ASSERTION)
    static void takesAHandshakeForTheWait() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        Thread exhibit = start(() -> {
            begun.countDown();
            closing.await();
        });
        begun.await();
        Thread.State seen = exhibit.getState();
        closing.countDown();
        yes(seen == Thread.State.WAITING, "is " + seen);
    }

    // ---- waiting on a thread, as join does

    private static void waitForTheEndOf(Thread thread) throws InterruptedException {
        synchronized (thread) {
            while (thread.isAlive()) {
                thread.wait();
            }
        }
    }

    @Right
    static void waitsOnAThreadForItsEnd() throws Exception {
        int[] done = new int[1];
        Thread worker = start(() -> done[0] = 1);
        waitForTheEndOf(worker);
        same(1, done[0]);
    }

    @Right
    static void waitsOnAThreadNoLongerThanItLives() throws Exception {
        Thread worker = start(() -> Thread.sleep(100));
        long began = System.nanoTime();
        synchronized (worker) {
            while (worker.isAlive()) {
                worker.wait(60_000);
            }
        }
        yes(System.nanoTime() - began < 1_000_000_000L, "nobody told the end");
    }

    /** The end of a thread is told to those who wait on that thread, and to nobody else. */
    @Wrong(Kind.DEADLOCK)
    static void waitsOnAnotherObjectForTheEnd() throws Exception {
        Object other = new Object();
        Thread worker = start(() -> {});
        synchronized (other) {
            while (worker.isAlive()) {
                other.wait();
            }
        }
    }

    // ---- a worker that gives way while the caller sleeps

    @Right
    static void leavesNoWorkerOfACachedPoolBehind() throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        List<Thread> workers = new ArrayList<>();
        try {
            for (Future<Thread> future : pool.invokeAll(List.<Callable<Thread>>of(Thread::currentThread))) {
                workers.add(future.get());
            }
        } finally {
            pool.shutdown();
        }
        Thread.sleep(59_000);
        yes(!workers.get(0).isAlive(), "its worker is still there");
    }

    @Wrong(Kind.ASSERTION)
    static void forgetsToShutACachedPoolDown() throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        Thread worker = pool.invokeAll(List.<Callable<Thread>>of(Thread::currentThread)).get(0).get();
        Thread.sleep(59_000);
        yes(!worker.isAlive(), "its worker is still there");
    }

    // ---- views that the JDK's maps make when they are first asked

    private static Map<String, Integer> filled(Map<String, Integer> map) {
        map.put("a", 1);
        map.put("b", 2);
        return map;
    }

    private static int sum(Iterable<Integer> numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Right
    static void readsTheKeysOfAHashMap() throws Exception {
        Map<String, Integer> map = filled(new HashMap<>());
        Act act = () -> yes(map.keySet().contains("a"), "no a");
        run(act, act);
    }

    @Right
    static void readsTheValuesOfAHashMap() throws Exception {
        Map<String, Integer> map = filled(new HashMap<>());
        Act act = () -> same(3, sum(map.values()));
        run(act, act);
    }

    @Right
    static void readsTheEntriesOfAHashMap() throws Exception {
        Map<String, Integer> map = filled(new HashMap<>());
        Act act = () -> same(2, map.entrySet().iterator().next().getValue() + map.entrySet().size() - 1);
        run(act, act);
    }

    @Right
    static void copiesAHashMap() throws Exception {
        Map<String, Integer> map = filled(new HashMap<>());
        Act act = () -> same(2, new HashMap<>(map).size());
        run(act, act);
    }

    @Right
    static void readsTheValuesOfATreeMap() throws Exception {
        Map<String, Integer> map = filled(new TreeMap<>());
        Act act = () -> same(3, sum(map.values()));
        run(act, act);
    }

    @Right
    static void readsTheEntriesOfATreeMap() throws Exception {
        Map<String, Integer> map = filled(new TreeMap<>());
        Act act = () -> same(1, map.entrySet().iterator().next().getValue());
        run(act, act);
    }

    @Right
    static void readsTheKeysOfATreeMap() throws Exception {
        TreeMap<String, Integer> map = new TreeMap<>(filled(new TreeMap<>()));
        Act act = () -> yes(map.navigableKeySet().first().equals("a") && map.keySet().size() == 2, "not a");
        run(act, act);
    }

    @Right
    static void readsATreeMapBackwards() throws Exception {
        TreeMap<String, Integer> map = new TreeMap<>(filled(new TreeMap<>()));
        Act act = () -> yes(map.descendingMap().firstKey().equals("b") && map.descendingKeySet().first().equals("b"), "not b");
        run(act, act);
    }

    @Right
    static void readsPartOfATreeMap() throws Exception {
        TreeMap<String, Integer> map = new TreeMap<>(filled(new TreeMap<>()));
        var part = map.headMap("b", true);
        Act act = () -> {
            yes(part.navigableKeySet().first().equals("a"), "not a");
            yes(part.descendingMap().firstKey().equals("b"), "not b");
            same(2, part.entrySet().size());
        };
        run(act, act);
    }

    @Right
    static void readsTheViewsOfALinkedHashMap() throws Exception {
        Map<String, Integer> map = filled(new java.util.LinkedHashMap<>());
        Act act = () -> same(5, sum(map.values()) + map.keySet().size() * map.entrySet().size() - 2);
        run(act, act);
    }

    @Right
    static void readsTheViewsOfAnIdentityHashMapAndAnEnumMap() throws Exception {
        Map<String, Integer> map = filled(new java.util.IdentityHashMap<>());
        Map<TimeUnit, Integer> units = new java.util.EnumMap<>(Map.of(TimeUnit.DAYS, 3));
        Act act = () -> {
            same(3, sum(map.values()));
            same(4, map.keySet().size() * map.entrySet().size());
            same(3, sum(units.values()) * units.keySet().size() * units.entrySet().size());
        };
        run(act, act);
    }

    @Right
    static void readsTheViewsOfAnUnmodifiableMap() throws Exception {
        Map<String, Integer> map = java.util.Collections.unmodifiableMap(filled(new HashMap<>()));
        Act act = () -> {
            same(3, sum(map.values()));
            same(4, map.keySet().size() * map.entrySet().size());
        };
        run(act, act);
    }

    @Wrong(Kind.DATA_RACE)
    static void readsTheKeysWhileAnotherPuts() throws Exception {
        Map<String, Integer> map = filled(new HashMap<>());
        run(() -> yes(map.keySet().iterator().next().equals("a"), "no a"), () -> map.put("c", 3));
    }

    @Wrong(Kind.DATA_RACE)
    static void readsTheValuesOfATreeMapWhileAnotherPuts() throws Exception {
        Map<String, Integer> map = filled(new TreeMap<>());
        run(() -> yes(sum(map.values()) > 2, "too few"), () -> map.put("c", 3));
    }

    @Wrong(Kind.DATA_RACE)
    static void removesThroughAView() throws Exception {
        Map<String, Integer> map = filled(new HashMap<>());
        run(() -> map.keySet().remove("a"), () -> map.get("a"));
    }

    // ---- times that are too long to be counted in nanoseconds

    @Right
    static void sleepsForAsLongAsThereIsTime() throws Exception {
        Thread sleeper = start(() -> {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                return;
            }
            throw new AssertionError("has slept long enough");
        });
        while (sleeper.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        sleeper.interrupt();
        sleeper.join();
    }

    @Right
    static void waitsForAsLongAsThereIsTime() throws Exception {
        Object lock = new Object();
        Cell open = new Cell();
        Act forever = () -> {
            synchronized (lock) {
                while (open.value == 0) {
                    lock.wait(Long.MAX_VALUE);
                }
            }
        };
        Act almost = () -> {
            synchronized (lock) {
                while (open.value == 0) {
                    lock.wait(Long.MAX_VALUE, 999_999);
                }
            }
        };
        Thread one = start(forever);
        Thread two = start(almost);
        Thread.sleep(1000);
        yes(one.getState() == Thread.State.TIMED_WAITING, "is " + one.getState());
        yes(two.getState() == Thread.State.TIMED_WAITING, "is " + two.getState());
        synchronized (lock) {
            open.value = 1;
            lock.notifyAll();
        }
        one.join(Long.MAX_VALUE);
        two.join(Long.MAX_VALUE, 1);
        yes(!one.isAlive() && !two.isAlive(), "did not wait for its end");
    }

    @Right
    static void parksForAsLongAsThereIsTime() throws Exception {
        Thread one = start(() -> LockSupport.parkNanos(Long.MAX_VALUE));
        Thread two = start(() -> LockSupport.parkUntil(Long.MAX_VALUE));
        Thread three = start(() -> LockSupport.parkUntil(Long.MIN_VALUE));
        three.join();
        Thread.sleep(1000);
        yes(one.getState() == Thread.State.TIMED_WAITING, "is " + one.getState());
        yes(two.getState() == Thread.State.TIMED_WAITING, "is " + two.getState());
        LockSupport.unpark(one);
        LockSupport.unpark(two);
        one.join();
        two.join();
    }

    @Right
    static void takesALockWithinAsMuchTimeAsThereIs() throws Exception {
        var lock = new java.util.concurrent.locks.ReentrantLock();
        AtomicInteger got = new AtomicInteger();
        Act act = () -> {
            if (lock.tryLock(Long.MAX_VALUE, TimeUnit.DAYS)) {
                got.incrementAndGet();
                Thread.sleep(1);
                lock.unlock();
            }
        };
        run(act, act);
        same(2, got.get());
    }

    // ---- polling with the lock that the other one needs

    private static final class Polite {
        private boolean held;

        /** Keeps the monitor while it sleeps. */
        synchronized void acquireByPolling() throws InterruptedException {
            while (held) {
                Thread.sleep(10);
            }
            held = true;
        }

        synchronized void acquire() throws InterruptedException {
            while (held) {
                wait(10);
            }
            held = true;
        }

        synchronized void release() {
            held = false;
        }
    }

    @Wrong(value = Kind.NO_PROGRESS, schedules = 60, steps = 5_000)
    static void pollsWithTheMonitorThatTheOtherNeeds() throws Exception {
        Polite lock = new Polite();
        Act act = () -> {
            lock.acquireByPolling();
            lock.release();
        };
        run(act, act);
    }

    @Right
    static void pollsWithoutTheMonitor() throws Exception {
        Polite lock = new Polite();
        Act act = () -> {
            lock.acquire();
            lock.release();
        };
        run(act, act);
    }

    // ---- readers and a writer who waits

    /** Readers come and go without a gap; returns the minute in which a writer that comes in between gets in. */
    private static long minuteOfTheWriter(ReentrantReadWriteLock lock) throws Exception {
        long start = System.nanoTime();
        long[] in = new long[1];
        Act reader = () -> {
            for (int i = 0; i < 4; i++) {
                lock.readLock().lock();
                Thread.sleep(120_000);
                lock.readLock().unlock();
            }
        };
        Thread one = start(reader);
        Thread.sleep(30_000);
        Thread writer = start(() -> {
            lock.writeLock().lock();
            in[0] = (System.nanoTime() - start) / 60_000_000_000L;
            lock.writeLock().unlock();
        });
        Thread.sleep(30_000);
        Thread two = start(reader);
        one.join();
        two.join();
        writer.join();
        return in[0];
    }

    @Right
    static void letsAWriterInThatHasWaited() throws Exception {
        same(2, minuteOfTheWriter(new ReentrantReadWriteLock()));
    }

    @Right
    static void letsAWriterInThatHasWaitedForAFairLock() throws Exception {
        same(2, minuteOfTheWriter(new ReentrantReadWriteLock(true)));
    }

    @Wrong(Kind.ASSERTION)
    static void expectsReadersToOvertakeAWriterThatHasWaited() throws Exception {
        same(9, minuteOfTheWriter(new ReentrantReadWriteLock()));
    }

    /** Who has read access already gets it again; otherwise it would wait for the writer, who waits for it. */
    @Right
    static void readsAgainAlthoughAWriterWaits() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        lock.readLock().lock();
        Thread writer = start(() -> {
            lock.writeLock().lock();
            lock.writeLock().unlock();
        });
        Thread.sleep(1000);
        lock.readLock().lock();
        lock.readLock().unlock();
        lock.readLock().unlock();
        writer.join();
    }

    /** A second reader waits behind the writer, who waits for the first, who waits for the second. */
    @Wrong(Kind.DEADLOCK)
    static void waitsForAReaderBehindAWriter() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        lock.readLock().lock();
        start(() -> {
            lock.writeLock().lock();
            lock.writeLock().unlock();
        });
        Thread.sleep(1000);
        Thread reader = start(() -> {
            lock.readLock().lock();
            lock.readLock().unlock();
        });
        reader.join();
        lock.readLock().unlock();
    }

    /** The writer gives up after a second. */
    @Right
    static void readsAfterAWriterHasGivenUp() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        lock.readLock().lock();
        start(() -> yes(!lock.writeLock().tryLock(1, TimeUnit.SECONDS), "writes while another reads"));
        Thread.sleep(500);
        Thread reader = start(() -> {
            lock.readLock().lock();
            lock.readLock().unlock();
        });
        reader.join();
        lock.readLock().unlock();
    }

    // ---- names

    @Wrong(Kind.ASSERTION)
    static void namesAThreadThatRunsAlready() throws Exception {
        List<String> inside = new ArrayList<>();
        Thread other = start(() -> inside.add(Thread.currentThread().getName()));
        other.setName("night watch");
        other.join();
        yes(inside.get(0).equals("night watch"), "was " + inside);
    }

    @Wrong(Kind.ASSERTION)
    static void namesAThreadAfterACountThatRunsAlready() throws Exception {
        AtomicInteger count = new AtomicInteger();
        List<String> inside = new ArrayList<>();
        Thread other = start(() -> inside.add(Thread.currentThread().getName()));
        other.setName("worker-" + count.incrementAndGet());
        other.join();
        yes(inside.get(0).equals("worker-1"), "was " + inside);
    }

    @Wrong(Kind.ASSERTION)
    static void printsAThreadThatGetsItsNameMeanwhile() throws Exception {
        List<String> inside = new ArrayList<>();
        Thread other = start(() -> inside.add(Thread.currentThread().toString()));
        other.setName("night watch");
        other.join();
        yes(inside.get(0).contains("night watch"), "was " + inside);
    }

    @Right
    static void namesAThreadBeforeItRuns() throws Exception {
        List<String> inside = new ArrayList<>();
        Thread other = thread(() -> inside.add(Thread.currentThread().getName()));
        other.setName("night watch");
        other.start();
        other.join();
        same(1, inside.size());
        yes(inside.get(0).equals("night watch"), "was " + inside);
    }

    // ---- method references bound to an object of a subclass

    private static final class Worker extends Thread {
        boolean interrupted;

        @Override
        public void run() {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    @Right
    static void refersToAMethodOfASuperclass() throws Exception {
        Worker worker = new Worker();
        Runnable start = worker::start;
        Runnable interrupt = worker::interrupt;
        start.run();
        interrupt.run();
        worker.join();
        yes(worker.interrupted, "it slept on");
    }

    @Right
    static void refersToAMethodOfASuperinterface() throws Exception {
        ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
        AtomicInteger ran = new AtomicInteger();
        scheduler.execute(ran::incrementAndGet);
        Runnable end = scheduler::shutdown;
        end.run();
        yes(scheduler.awaitTermination(1, TimeUnit.MINUTES), "it goes on");
        same(1, ran.get());
    }
}
