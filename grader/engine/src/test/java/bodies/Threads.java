package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.thread;
import static bodies.Together.yes;

import bodies.Together.Cell;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import telar.engine.Failure.Kind;
import telar.engine.Observe;
import telar.engine.Right;
import telar.engine.Time;
import telar.engine.Wrong;

/** {@link Thread} itself, {@link ThreadLocal}, {@link Timer} and sleeping. */
final class Threads {
    private Threads() {}

    @Right
    static void readsAfterJoining() throws Exception {
        Cell cell = new Cell();
        Thread thread = start(() -> cell.value = 1);
        thread.join();
        same(1, cell.value);
    }

    @Wrong(Kind.DATA_RACE)
    static void readsWithoutJoining() throws Exception {
        Cell cell = new Cell();
        start(() -> cell.value = 1);
        yes(cell.value >= 0, "negative");
    }

    /** A join that may time out orders nothing. */
    @Wrong(Kind.DATA_RACE)
    static void readsAfterJoiningForAWhile() throws Exception {
        Cell cell = new Cell();
        Thread thread = start(() -> {
            Thread.sleep(50);
            cell.value = 1;
        });
        thread.join(10);
        yes(cell.value >= 0, "negative");
    }

    @Right
    static void writesBeforeStarting() throws Exception {
        Cell cell = new Cell();
        Thread thread = thread(() -> same(1, cell.value));
        cell.value = 1;
        thread.start();
        thread.join();
    }

    @Wrong(Kind.DATA_RACE)
    static void writesAfterStarting() throws Exception {
        Cell cell = new Cell();
        Thread thread = thread(() -> yes(cell.value >= 0, "negative"));
        thread.start();
        cell.value = 1;
        thread.join();
    }

    @Wrong(Kind.EXCEPTION)
    static void startsTwice() throws Exception {
        Thread thread = start(() -> {});
        thread.join();
        thread.start();
    }

    @Right
    static void joinsADaemon() throws Exception {
        Cell cell = new Cell();
        Thread daemon = thread(() -> cell.value = 1);
        daemon.setDaemon(true);
        daemon.start();
        daemon.join();
        same(1, cell.value);
    }

    @Right
    static void leavesADaemonWaiting() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Thread daemon = thread(never::await);
        daemon.setDaemon(true);
        daemon.start();
    }

    @Wrong(Kind.DEADLOCK)
    static void leavesAThreadWaiting() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        start(never::await);
    }

    @Right
    static void wakesASleeperByInterrupt() throws Exception {
        Cell woken = new Cell();
        Thread sleeper = start(() -> {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                woken.value = 1;
            }
        });
        sleeper.interrupt();
        sleeper.join();
        same(1, woken.value);
    }

    @Right
    static void heedsAnInterrupt() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Thread waiter = start(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiter.interrupt();
        waiter.join();
    }

    @Wrong(Kind.DEADLOCK)
    static void swallowsAnInterrupt() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Thread waiter = start(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                // goes on as if nothing had been
            }
            never.await();
        });
        waiter.interrupt();
        waiter.join();
    }

    @Right
    static void asksForAnInterruptAndClearsIt() throws Exception {
        Thread.currentThread().interrupt();
        yes(Thread.currentThread().isInterrupted(), "not set");
        yes(Thread.interrupted(), "not set");
        yes(!Thread.interrupted(), "still set");
    }

    // ---- ThreadLocal

    @Right
    static void givesEachThreadItsOwn() throws Exception {
        ThreadLocal<Cell> local = ThreadLocal.withInitial(Cell::new);
        Together.Act act = () -> {
            local.get().value++;
            same(1, local.get().value);
        };
        run(act, act);
    }

    @Wrong(Kind.DATA_RACE)
    static void givesEachThreadTheSame() throws Exception {
        Cell shared = new Cell();
        ThreadLocal<Cell> local = ThreadLocal.withInitial(() -> shared);
        Together.Act act = () -> local.get().value++;
        run(act, act);
    }

    @Right
    static void inheritsFromTheStarter() throws Exception {
        InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
        local.set("tea");
        run(() -> yes("tea".equals(local.get()), "not inherited"));
    }

    @Wrong(Kind.EXCEPTION)
    static void expectsToInherit() throws Exception {
        ThreadLocal<String> local = new ThreadLocal<>();
        local.set("tea");
        run(() -> yes(local.get().length() == 3, "not tea"));
    }

    // ---- Timer

    @Right
    static void waitsForTheTimer() throws Exception {
        CountDownLatch rung = new CountDownLatch(1);
        Cell cell = new Cell();
        Timer timer = new Timer();
        timer.schedule(task(() -> {
            cell.value = 1;
            rung.countDown();
        }), 100);
        rung.await();
        same(1, cell.value);
        timer.cancel();
    }

    @Wrong(Kind.DATA_RACE)
    static void sleepsInsteadOfWaitingForTheTimer() throws Exception {
        Cell cell = new Cell();
        Timer timer = new Timer();
        timer.schedule(task(() -> cell.value = 1), 100);
        Thread.sleep(200);
        yes(cell.value >= 0, "negative");
        timer.cancel();
    }

    @Right
    static void runsTasksOfATimerInTurn() throws Exception {
        Cell cell = new Cell();
        CountDownLatch both = new CountDownLatch(2);
        Timer timer = new Timer(true);
        for (int i = 0; i < 2; i++) {
            timer.schedule(task(() -> {
                cell.value++;
                both.countDown();
            }), 10);
        }
        both.await();
        same(2, cell.value);
    }

    @Wrong(Kind.DATA_RACE)
    static void runsTasksOfTwoTimersInTurn() throws Exception {
        Cell cell = new Cell();
        CountDownLatch both = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            new Timer(true).schedule(task(() -> {
                cell.value++;
                both.countDown();
            }), 10);
        }
        both.await();
    }

    private static TimerTask task(Runnable action) {
        return new TimerTask() {
            @Override
            public void run() {
                action.run();
            }
        };
    }

    // ---- sleeping

    @Right(time = Time.ADVERSARIAL)
    static void ordersByJoining() throws Exception {
        AtomicInteger last = new AtomicInteger();
        Thread first = start(() -> {
            Thread.sleep(50);
            last.set(1);
        });
        Thread second = start(() -> {
            first.join();
            last.set(2);
        });
        second.join();
        same(2, last.get());
    }

    @Wrong(value = Kind.ASSERTION, time = Time.ADVERSARIAL)
    static void ordersBySleeping() throws Exception {
        AtomicInteger last = new AtomicInteger();
        Thread first = start(() -> {
            Thread.sleep(10);
            last.set(1);
        });
        Thread second = start(() -> {
            Thread.sleep(50);
            last.set(2);
        });
        first.join();
        second.join();
        same(2, last.get());
    }

    /** What an ideal clock must let pass. */
    @Right
    static void ordersBySleepingInIdealTime() throws Exception {
        ordersBySleeping();
    }

    @Wrong(value = Kind.ASSERTION, time = Time.ADVERSARIAL)
    static void sleepsUntilTheOtherIsSurelyDone() throws Exception {
        AtomicInteger done = new AtomicInteger();
        start(() -> done.set(1));
        Thread.sleep(1_000);
        same(1, done.get());
    }

    @Wrong(Kind.DATA_RACE)
    static void sleepsBeforeItReads() throws Exception {
        Cell cell = new Cell();
        start(() -> cell.value = 1);
        Thread.sleep(1_000);
        yes(cell.value >= 0, "negative");
    }

    @Right
    static void napsInParallel() throws Exception {
        long before = System.nanoTime();
        Together.Act nap = () -> Thread.sleep(100);
        run(nap, nap, nap);
        yes(System.nanoTime() - before >= 100_000_000L, "too short");
        yes(System.nanoTime() - before < 200_000_000L, "one after the other");
    }

    @Wrong(Kind.ASSERTION)
    static void napsInTurn() throws Exception {
        long before = System.nanoTime();
        Together.Act nap = () -> {
            synchronized (Threads.class) {
                Thread.sleep(100);
            }
        };
        run(nap, nap, nap);
        yes(System.nanoTime() - before < 200_000_000L, "one after the other");
    }

    /** Looking at who has been started is no step of its own, and still a matter of order. */
    @Wrong(Kind.ASSERTION)
    static void countsBeforeAllAreStarted() throws Exception {
        Cell seen = new Cell();
        Thread first = start(() -> seen.value = Observe.threads().size());
        Thread second = start(() -> {});
        first.join();
        second.join();
        same(2, seen.value);
    }

    @Right
    static void countsAfterAllAreStarted() throws Exception {
        Cell seen = new Cell();
        CountDownLatch started = new CountDownLatch(1);
        Thread first =
                start(
                        () -> {
                            started.await();
                            seen.value = Observe.threads().size();
                        });
        Thread second = start(() -> {});
        started.countDown();
        first.join();
        second.join();
        same(2, seen.value);
    }
}
