package bodies.blind;

import bodies.Together;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Starting, stopping, waking, timing. */
public final class Lifecycles {
    private Lifecycles() {}

    /**
     * The interrupt comes after both puts; take throws without losing an element, the status is restored so the loop ends,
     * and what is left is drained: always 1 + 2; the sum is confined until join.
     */
    @Right
    static void restoredInterrupt() throws Exception {
        BlockingQueue<Integer> orders = new LinkedBlockingQueue<>();
        Together.Cell sum = new Together.Cell();
        Thread cook = Together.start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    sum.value += orders.take();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            for (Integer left = orders.poll(); left != null; left = orders.poll()) {
                sum.value += left;
            }
        });
        orders.put(1);
        orders.put(2);
        cook.interrupt();
        cook.join();
        Together.same(3, sum.value);
    }

    /**
     * The interrupt meets the waiter in take (or just before): the exception clears the status and is swallowed, the loop
     * goes on and take waits for ever, main waits in join.
     */
    @Wrong(Kind.DEADLOCK)
    static void swallowedInterrupt() throws Exception {
        BlockingQueue<Integer> orders = new LinkedBlockingQueue<>();
        AtomicInteger served = new AtomicInteger();
        Thread waiter = Together.start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    served.addAndGet(orders.take());
                } catch (InterruptedException e) {
                    served.addAndGet(0);
                }
            }
        });
        orders.put(1);
        waiter.interrupt();
        waiter.join();
    }

    /** The watchdog looks before the pump's first beat and exits the virtual machine. */
    @Wrong(Kind.EXIT)
    static void hastyWatchdog() throws Exception {
        AtomicInteger beats = new AtomicInteger();
        Together.run(
                () -> {
                    for (int i = 0; i < 2; i++) {
                        beats.incrementAndGet();
                    }
                },
                () -> {
                    if (beats.get() == 0) {
                        System.exit(3);
                    }
                });
        Together.same(2, beats.get());
    }

    /** Both bakers are done at 50 ms, main looks at 100 ms; the counter is atomic. */
    @Right
    static void longerNap() throws Exception {
        AtomicInteger loaves = new AtomicInteger();
        Together.Act baker = () -> {
            Thread.sleep(20);
            loaves.incrementAndGet();
            Thread.sleep(30);
            loaves.incrementAndGet();
        };
        Thread one = Together.start(baker);
        Thread two = Together.start(baker);
        Thread.sleep(100);
        Together.same(4, loaves.get());
        one.join();
        two.join();
    }

    private abstract static class Service {
        final Thread thread;

        Service() {
            thread = new Thread(this::serve);
            thread.start();
        }

        abstract void serve();
    }

    private static final class Greeter extends Service {
        private int port = Integer.parseInt("80");

        @Override void serve() {
            port();
        }

        private int port() {
            return port;
        }
    }

    /**
     * The superclass constructor starts the thread, which reads port while the subclass's field initialiser writes it in
     * the main thread.
     */
    @Wrong(Kind.DATA_RACE)
    static void startedInTheConstructor() throws Exception {
        Greeter greeter = new Greeter();
        greeter.thread.join();
        Together.same(80, greeter.port());
    }

    /** The third job may run on the worker that ran the first one, whose ThreadLocal was never removed: it finds ann. */
    @Wrong(Kind.ASSERTION)
    static void leftoverUser() throws Exception {
        ThreadLocal<String> user = new ThreadLocal<>();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> login = pool.submit(() -> user.set("ann"));
            Future<String> second = pool.submit(() -> "nothing");
            Future<String> guest = pool.submit(() -> user.get());
            login.get();
            second.get();
            Together.yes(guest.get() == null, "guest is " + guest.get());
        } finally {
            pool.shutdown();
        }
    }

    /**
     * One Timer has one thread that runs its tasks one after the other, so the plain cell is confined to it; both count-
     * downs happen-before main's return from await.
     */
    @Right
    static void tasksOfOneTimer() throws Exception {
        Together.Cell rings = new Together.Cell();
        CountDownLatch both = new CountDownLatch(2);
        Timer timer = new Timer(true);
        for (int i = 1; i <= 2; i++) {
            int volume = i;
            timer.schedule(new TimerTask() {
                @Override public void run() {
                    rings.value += volume;
                    both.countDown();
                }
            }, 5);
        }
        both.await();
        timer.cancel();
        Together.same(3, rings.value);
    }

    /**
     * The first tick runs before the name is set: the NullPointerException is kept in the future and suppresses all later
     * ticks, so main waits for the latch for ever.
     */
    @Wrong(Kind.DEADLOCK)
    static void silentEndOfTicks() throws Exception {
        AtomicReference<String> name = new AtomicReference<>();
        CountDownLatch ticks = new CountDownLatch(2);
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
        clock.scheduleWithFixedDelay(() -> {
            if (name.get().length() > 0) {
                ticks.countDown();
            }
        }, 0, 10, TimeUnit.MILLISECONDS);
        name.set("clock");
        ticks.await();
        clock.shutdownNow();
    }

    private static final class Gate {
        private final ConcurrentLinkedQueue<Thread> waiting = new ConcurrentLinkedQueue<>();
        private volatile boolean open;

        void pass() {
            waiting.add(Thread.currentThread());
            while (!open) {
                LockSupport.park(this);
            }
        }

        void open() {
            open = true;
            for (Thread thread = waiting.poll(); thread != null; thread = waiting.poll()) {
                LockSupport.unpark(thread);
            }
        }
    }

    /**
     * A walker enqueues itself before it looks at open, the opener sets open before it polls: either it is polled and
     * unparked (a permit given before park is kept) or it sees open; the flag also publishes the plain cell.
     */
    @Right
    static void parkedAtTheGate() throws Exception {
        Gate gate = new Gate();
        Together.Cell toll = new Together.Cell();
        Together.Act walker = () -> {
            gate.pass();
            Together.same(4, toll.value);
        };
        Together.run(walker, walker, () -> {
            toll.value = 4;
            gate.open();
        });
    }

    /** Both callers see the state NEW and both call start: the second gets IllegalThreadStateException, which nobody catches. */
    @Wrong(Kind.EXCEPTION)
    static void startedTwice() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Thread engine = Together.thread(runs::incrementAndGet);
        Together.Act driver = () -> {
            if (engine.getState() == Thread.State.NEW) {
                engine.start();
            }
        };
        Together.run(driver, driver);
        engine.join();
        Together.same(1, runs.get());
    }
}
