package bodies;

import static bodies.Together.start;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Loops that do the same again and again while time passes: for ever, or only many times. */
final class Rounds {
    private Rounds() {}

    private static final class Flag {
        private boolean set;

        synchronized boolean isSet() {
            return set;
        }
    }

    @Wrong(Kind.NO_PROGRESS)
    static void looksUnderAMonitor() throws Exception {
        Flag flag = new Flag();
        start(() -> {
                    int looks = 0;
                    while (!flag.isSet()) {
                        Thread.sleep(10);
                        looks++;
                    }
                })
                .join();
    }

    @Wrong(Kind.NO_PROGRESS)
    static void looksUnderALock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        boolean[] set = new boolean[1];
        start(() -> {
                    while (true) {
                        lock.lock();
                        try {
                            if (set[0]) {
                                return;
                            }
                        } finally {
                            lock.unlock();
                        }
                        Thread.sleep(10);
                    }
                })
                .join();
    }

    @Wrong(Kind.NO_PROGRESS)
    static void asksAQueueThatStaysEmpty() throws Exception {
        BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        start(() -> {
                    int times = 0;
                    while (queue.poll(10, TimeUnit.MILLISECONDS) == null) {
                        times++;
                    }
                })
                .join();
    }

    @Wrong(Kind.NO_PROGRESS)
    static void waitsAgainAndAgainForASignal() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Condition condition = lock.newCondition();
        boolean[] set = new boolean[1];
        start(() -> {
                    lock.lock();
                    try {
                        while (!set[0]) {
                            condition.await(5, TimeUnit.MILLISECONDS);
                        }
                    } finally {
                        lock.unlock();
                    }
                })
                .join();
    }

    @Wrong(Kind.NO_PROGRESS)
    static void triesALockThatIsNeverFree() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try {
            start(() -> {
                        int tries = 0;
                        while (!lock.tryLock(10, TimeUnit.MILLISECONDS)) {
                            tries++;
                        }
                        lock.unlock();
                    })
                    .join();
        } finally {
            lock.unlock();
        }
    }

    @Wrong(Kind.NO_PROGRESS)
    static void sleepsLongerAndLonger() throws Exception {
        AtomicBoolean taken = new AtomicBoolean(true);
        start(() -> {
                    long pause = 1;
                    while (!taken.compareAndSet(false, true)) {
                        Thread.sleep(pause);
                        pause = Math.min(2 * pause, 1_000);
                    }
                })
                .join();
    }

    /** Only where the interrupt comes when the loop has been entered. */
    @Wrong(Kind.NO_PROGRESS)
    static void swallowsItsInterrupt() throws Exception {
        Thread thread = start(() -> {
            int rounds = 0;
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Thread.sleep(50);
                    rounds = (rounds + 1) % 7;
                } catch (InterruptedException e) {
                    rounds = 0;
                }
            }
        });
        thread.interrupt();
        thread.join();
    }

    @Wrong(Kind.NO_PROGRESS)
    static void countsTheRoundsOfAnEndlessLoop() throws Exception {
        AtomicInteger rounds = new AtomicInteger();
        List<Integer> seen = new ArrayList<>();
        AtomicBoolean stop = new AtomicBoolean();
        start(() -> {
                    while (!stop.get()) {
                        seen.add(rounds.incrementAndGet());
                        Thread.sleep(10);
                    }
                })
                .join();
    }

    @Wrong(Kind.NO_PROGRESS)
    static void waitsForAScheduledTaskThatFindsNothing() throws Exception {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch found = new CountDownLatch(1);
        AtomicBoolean there = new AtomicBoolean();
        timer.scheduleAtFixedRate(
                () -> {
                    if (there.get()) {
                        found.countDown();
                    }
                },
                0,
                10,
                TimeUnit.MILLISECONDS);
        found.await();
        timer.shutdown();
    }

    @Right
    static void sleepsManyTimes() throws Exception {
        start(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        Thread.sleep(1);
                    }
                })
                .join();
    }

    @Right
    static void sleepsUntilATimeThatIsFarAway() throws Exception {
        start(() -> {
                    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                    while (System.nanoTime() < end) {
                        Thread.sleep(1);
                    }
                })
                .join();
    }

    @Right(schedules = 10)
    static void hasALongListOfThingsToDo() throws Exception {
        BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        Thread worker = start(() -> {
            int sum = 0;
            for (int item = queue.take(); item >= 0; item = queue.take()) {
                Thread.sleep(2);
                sum += item;
            }
            Together.same(4_000, sum);
        });
        for (int i = 0; i < 4_000; i++) {
            queue.put(1);
            Thread.sleep(3);
        }
        queue.put(-1);
        worker.join();
    }

    /** What a daemon does for ever is nobody's concern. */
    @Right
    static void endsBesideADaemonThatLooksForEver() throws Exception {
        Flag flag = new Flag();
        Thread daemon = Together.thread(() -> {
            int looks = 0;
            while (!flag.isSet()) {
                Thread.sleep(10);
                looks++;
            }
        });
        daemon.setDaemon(true);
        daemon.start();
        Thread.sleep(1_000);
    }

    private static final class Piles {
        private volatile boolean open = true;
        private int left = 9;
        private int right;

        /** Moves a coin to the lower pile; whether there was one to move. */
        boolean level() {
            if (!open || left - right < 2) {
                return false;
            }
            left--;
            right++;
            return true;
        }
    }

    /** Each round changes something before it gives way, so it is not waiting for anybody. */
    @Right
    static void worksAndGivesWayInTurns() throws Exception {
        Piles piles = new Piles();
        start(() -> {
                    while (piles.level()) {
                        Thread.yield();
                    }
                })
                .join();
        Together.same(5, piles.left);
    }

    private static final class Worker extends Thread {
        private volatile long done;
        private volatile boolean tired;

        @Override
        public void run() {
            while (!tired) {
                done++;
            }
        }
    }

    /** No limit expires while somebody who needs no time has only been kept from going on by a thread that never rests. */
    @Right
    static void isReadyInTimeBesideAWorkerThatNeverRests() throws Exception {
        Worker worker = new Worker();
        AtomicInteger looks = new AtomicInteger();
        Thread foreman = start(() -> {
            worker.start();
            while (worker.done == 0 || worker.getState() != Thread.State.RUNNABLE) {
                Thread.sleep(2);
            }
            for (int look = 0; look < 10 && worker.done > 0; look++) {
                looks.incrementAndGet();
            }
        });
        foreman.join(1_000);
        boolean ready = !foreman.isAlive();
        worker.tired = true;
        if (!ready) {
            throw new AssertionError("the foreman has had a second");
        }
    }

    /** Time passes all the same: here the limit is what ends it. */
    @Right
    static void isStoppedInTimeAlthoughItNeverRests() throws Exception {
        Worker worker = new Worker();
        worker.start();
        worker.join(1_000);
        worker.tired = true;
        worker.join();
    }

    @Wrong(Kind.ASSERTION)
    static void waitsForAWorkerThatNeverRests() throws Exception {
        Worker worker = new Worker();
        worker.start();
        worker.join(1_000);
        boolean ready = !worker.isAlive();
        worker.tired = true;
        if (!ready) {
            throw new AssertionError("it never rests");
        }
    }
}
