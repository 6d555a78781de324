package bodies.blind;

import bodies.Together;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** How things are brought to an end. */
public final class Shutdowns {
    private Shutdowns() {}

    private static final int PILL = -1;

    /**
     * The clerk sees the pool open, the main thread shuts it down, the clerk's execute throws RejectedExecutionException,
     * which ends its thread.
     */
    @Wrong(Kind.EXCEPTION)
    static void lateClerk() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        AtomicInteger done = new AtomicInteger();
        Thread clerk = Together.start(() -> {
            if (!pool.isShutdown()) {
                pool.execute(done::incrementAndGet);
            }
        });
        pool.shutdown();
        clerk.join();
    }

    /**
     * The watchdog looks twice between two beats of a worker that is merely not scheduled, sees the same count and no end,
     * and exits the virtual machine.
     */
    @Wrong(Kind.EXIT)
    static void watchdog() throws Exception {
        AtomicInteger beats = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        Together.run(
            () -> {
                for (int i = 0; i < 3; i++) {
                    beats.incrementAndGet();
                }
                ended.set(true);
            },
            () -> {
                int before = beats.get();
                Thread.yield();
                int after = beats.get();
                if (before == after && !ended.get()) {
                    System.exit(3);
                }
            });
    }

    /**
     * ShutdownNow returns just the tasks that no worker has taken from the queue; a task that was taken (or was a worker's
     * first) still runs, as it heeds no interrupt; awaitTermination waits for it.
     */
    @Right
    static void countingTheDropped() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            pool.execute(done::incrementAndGet);
        }
        List<Runnable> dropped = pool.shutdownNow();
        while (!pool.awaitTermination(1, TimeUnit.DAYS)) {
            continue;
        }
        Together.same(3, done.get() + dropped.size());
    }

    /**
     * The interrupt meets the worker between its take and the end of the sleep: handling swallows it, isInterrupted is
     * false again and the next take waits for ever, as does the main thread's join.
     */
    @Wrong(Kind.DEADLOCK)
    static void swallowedInterrupt() throws Exception {
        BlockingQueue<Integer> jobs = new LinkedBlockingQueue<>();
        AtomicInteger handled = new AtomicInteger();
        Thread worker = Together.start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    int job = jobs.take();
                    try {
                        Thread.sleep(5);
                    } catch (InterruptedException hurry) {
                        // the rest of this job goes without pause
                    }
                    handled.addAndGet(job);
                }
            } catch (InterruptedException stop) {
                // the end
            }
        });
        jobs.put(1);
        worker.interrupt();
        worker.join();
        Together.yes(handled.get() <= 1, "handled " + handled);
    }

    /**
     * Wherever the one interrupt meets the worker, it ends: take throws, or the flag is seen by the loop, or the sleep
     * throws and the handler sets the flag again, which the loop (or the next take) then sees.
     */
    @Right
    static void restoredInterrupt() throws Exception {
        BlockingQueue<Integer> jobs = new LinkedBlockingQueue<>();
        AtomicInteger handled = new AtomicInteger();
        Thread worker = Together.start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    int job = jobs.take();
                    try {
                        Thread.sleep(5);
                    } catch (InterruptedException hurry) {
                        Thread.currentThread().interrupt();
                    }
                    handled.addAndGet(job);
                }
            } catch (InterruptedException stop) {
                // the end
            }
        });
        jobs.put(1);
        worker.interrupt();
        worker.join();
        Together.yes(handled.get() <= 1, "handled " + handled);
    }

    /**
     * The queue is first in first out and the pill is last; who takes it puts it back (the queue has no bound) for the
     * other before it ends, so one pill ends both, after both items were taken.
     */
    @Right
    static void pillPassedOn() throws Exception {
        BlockingQueue<Integer> belt = new LinkedBlockingQueue<>();
        AtomicInteger sum = new AtomicInteger();
        Together.Act packer = () -> {
            for (;;) {
                int item = belt.take();
                if (item == PILL) {
                    belt.put(PILL);
                    return;
                }
                sum.addAndGet(item);
            }
        };
        Together.run(packer, packer, () -> {
            belt.put(1);
            belt.put(2);
            belt.put(PILL);
        });
        Together.same(3, sum.get());
    }

    private static void deliver(BlockingQueue<Integer> belt, AtomicInteger open, int item) throws InterruptedException {
        boolean last = open.decrementAndGet() == 0;
        belt.put(item);
        if (last) {
            belt.put(PILL);
        }
    }

    /**
     * One producer counts itself out and pauses before its put; the other counts itself out as the last, puts its item and
     * the pill; the consumer ends before the first one's item arrives.
     */
    @Wrong(Kind.ASSERTION)
    static void pillOvertakes() throws Exception {
        BlockingQueue<Integer> belt = new LinkedBlockingQueue<>();
        AtomicInteger open = new AtomicInteger(2);
        AtomicInteger sum = new AtomicInteger();
        Together.run(
            () -> deliver(belt, open, 1),
            () -> deliver(belt, open, 2),
            () -> {
                for (int item = belt.take(); item != PILL; item = belt.take()) {
                    sum.addAndGet(item);
                }
            });
        Together.same(3, sum.get());
    }

    private static final class Pump {
        private volatile boolean running;
        private final AtomicInteger strokes = new AtomicInteger();

        void run() {
            running = true;
            while (running) {
                Thread.yield();
            }
            strokes.incrementAndGet();
        }

        void stop() {
            running = false;
        }
    }

    /**
     * Stop comes before the pump's thread has got to running = true, which undoes it; the pump then spins for ever and the
     * main thread joins it for ever.
     */
    @Wrong(Kind.NO_PROGRESS)
    static void startUndoesStop() throws Exception {
        Pump pump = new Pump();
        Thread thread = Together.start(pump::run);
        pump.stop();
        thread.join();
        Together.same(1, pump.strokes.get());
    }

    /**
     * Timer.cancel called from within the task guarantees that this execution is the last one, though the task was
     * scheduled to repeat.
     */
    @Right
    static void timerCancelsItself() throws Exception {
        Timer timer = new Timer(true);
        AtomicInteger rings = new AtomicInteger();
        CountDownLatch rung = new CountDownLatch(1);
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                timer.cancel();
                rings.incrementAndGet();
                rung.countDown();
            }
        }, 0, 1);
        rung.await();
        Thread.sleep(20);
        Together.same(1, rings.get());
    }

    /**
     * Cancel does not wait for an execution under way: the timer's thread has begun the task when the main thread cancels,
     * and writes ticks[0] while the main thread reads it.
     */
    @Wrong(Kind.DATA_RACE)
    static void cancelledTimer() throws Exception {
        Timer timer = new Timer(true);
        int[] ticks = new int[1];
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                ticks[0]++;
            }
        }, 0);
        timer.cancel();
        Together.yes(ticks[0] <= 1, "ticked once at most");
    }
}
