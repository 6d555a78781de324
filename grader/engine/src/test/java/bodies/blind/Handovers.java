package bodies.blind;

import bodies.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** One thread makes something, another gets it. */
public final class Handovers {
    private Handovers() {}

    private static final class Sealed {
        final int from;
        final int to;

        Sealed(int from) {
            this.from = from;
            this.to = from + 1;
        }
    }

    private static final class Open {
        int from;
        int to;

        Open(int from) {
            this.from = from;
            this.to = from + 1;
        }
    }

    /**
     * The reference travels in opaque mode (no race on it) and all behind it are final fields set in the constructor,
     * which JLS 17.5 makes visible to any read through the reference, however it was got, as it does not escape the
     * constructor.
     */
    @Right
    static void sealedEnvelope() throws Exception {
        AtomicReference<Sealed> tray = new AtomicReference<>();
        Together.run(
            () -> tray.setOpaque(new Sealed(4)),
            () -> {
                Sealed got = tray.getOpaque();
                if (got != null) {
                    Together.same(4, got.from);
                    Together.same(5, got.to);
                }
            });
    }

    /**
     * The reader gets the reference by an opaque read, which orders nothing, and reads the non-final fields from and to
     * that the writer's constructor wrote.
     */
    @Wrong(Kind.DATA_RACE)
    static void openEnvelope() throws Exception {
        AtomicReference<Open> tray = new AtomicReference<>();
        Together.run(
            () -> tray.setOpaque(new Open(4)),
            () -> {
                Open got = tray.getOpaque();
                if (got != null) {
                    Together.same(1, got.to - got.from);
                }
            });
    }

    private static final class Pass {
        private Integer plate;

        synchronized void put(int dish) throws InterruptedException {
            while (plate != null) {
                wait();
            }
            plate = dish;
            notify();
        }

        synchronized int take() throws InterruptedException {
            while (plate == null) {
                wait();
            }
            int dish = plate;
            plate = null;
            notify();
            return dish;
        }
    }

    /**
     * Both waiters wait; cook puts 1 (wakes waiter A), waits to put 2; A takes and its notify picks waiter B, not the
     * cook; B finds nothing and waits, the cook waits: nobody is left to notify.
     */
    @Wrong(Kind.DEADLOCK)
    static void onePlatePass() throws Exception {
        Pass pass = new Pass();
        AtomicInteger served = new AtomicInteger();
        Together.run(
            () -> served.addAndGet(pass.take()),
            () -> served.addAndGet(pass.take()),
            () -> {
                pass.put(1);
                pass.put(2);
            });
        Together.same(3, served.get());
    }

    private static final class BelledPass {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition free = lock.newCondition();
        private final Condition filled = lock.newCondition();
        private Integer plate;

        void put(int dish) throws InterruptedException {
            lock.lock();
            try {
                while (plate != null) {
                    free.await();
                }
                plate = dish;
                filled.signal();
            } finally {
                lock.unlock();
            }
        }

        int take() throws InterruptedException {
            lock.lock();
            try {
                while (plate == null) {
                    filled.await();
                }
                int dish = plate;
                plate = null;
                free.signal();
                return dish;
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Cooks and waiters wait on conditions of their own, so each single signal goes to one who can use it, or else to one
     * whom a barger has overtaken, and the barger signals in turn; three plates put, three taken.
     */
    @Right
    static void twoBells() throws Exception {
        BelledPass pass = new BelledPass();
        AtomicInteger served = new AtomicInteger();
        Together.run(
            () -> {
                served.addAndGet(pass.take());
                served.addAndGet(pass.take());
            },
            () -> served.addAndGet(pass.take()),
            () -> {
                pass.put(1);
                pass.put(2);
            },
            () -> pass.put(4));
        Together.same(7, served.get());
    }

    /**
     * Each list belongs to one thread at a time; Exchanger.exchange orders what each did before it before what the other
     * does after it; exactly two threads exchange exactly twice.
     */
    @Right
    static void swappingCrates() throws Exception {
        Exchanger<List<Integer>> ramp = new Exchanger<>();
        int[] unloaded = new int[1];
        Together.run(
            () -> {
                List<Integer> crate = new ArrayList<>();
                crate.add(1);
                crate.add(2);
                crate = ramp.exchange(crate);
                Together.yes(crate.isEmpty(), "the crate that comes back is empty");
                crate.add(3);
                ramp.exchange(crate);
            },
            () -> {
                List<Integer> crate = new ArrayList<>();
                for (int round = 0; round < 2; round++) {
                    crate = ramp.exchange(crate);
                    for (int item : crate) {
                        unloaded[0] += item;
                    }
                    crate.clear();
                }
            });
        Together.same(6, unloaded[0]);
    }

    /**
     * The seller offers before the buyer waits in take: the offer to a SynchronousQueue without a taker returns false at
     * once, unheeded, and the buyer takes for ever.
     */
    @Wrong(Kind.DEADLOCK)
    static void handAcrossCounter() throws Exception {
        SynchronousQueue<String> counter = new SynchronousQueue<>();
        Together.run(
            () -> Together.yes(counter.take().equals("parcel"), "parcel"),
            () -> counter.offer("parcel"));
    }

    /**
     * The sender clears its batch after it has put it into the queue, while the receiver, who got the very same ArrayList,
     * iterates over it.
     */
    @Wrong(Kind.DATA_RACE)
    static void postThenClear() throws Exception {
        LinkedBlockingQueue<List<Integer>> post = new LinkedBlockingQueue<>();
        AtomicInteger sum = new AtomicInteger();
        Together.run(
            () -> {
                List<Integer> batch = new ArrayList<>();
                for (int i = 1; i <= 2; i++) {
                    batch.add(i);
                }
                post.put(batch);
                batch.clear();
            },
            () -> {
                List<Integer> batch = post.take();
                for (int i = 0; i < batch.size(); i++) {
                    sum.addAndGet(batch.get(i));
                }
            });
    }

    /**
     * The plain list is touched by one stage after the other, whichever thread runs them; the completion of a stage
     * happens before its dependent and before the return of join.
     */
    @Right
    static void stagesInOrder() throws Exception {
        List<String> log = new ArrayList<>();
        CompletableFuture<Integer> stored = CompletableFuture
            .runAsync(() -> log.add("fetched"))
            .thenRun(() -> log.add("parsed"))
            .thenApplyAsync(nothing -> {
                log.add("stored");
                return log.size();
            });
        Together.same(3, stored.join());
        Together.yes(log.equals(List.of("fetched", "parsed", "stored")), "order " + log);
    }

    private static final class Door {
        private String parcel;

        synchronized void leave(String what) {
            parcel = what;
            notify();
        }

        synchronized String collect() throws InterruptedException {
            if (parcel == null) {
                wait();
            }
            return parcel;
        }
    }

    /** The collector waits behind an if; a spurious wake-up before the parcel has been left makes collect return null. */
    @Wrong(Kind.ASSERTION)
    static void doorbell() throws Exception {
        Door door = new Door();
        Together.run(
            () -> Together.yes(door.collect() != null, "nothing at the door"),
            () -> door.leave("book"));
    }

    private static final class Relay {
        final Thread[] runners = new Thread[3];
        volatile int turn;
        int metres;

        void leg(int me) {
            while (turn != me) {
                LockSupport.park(this);
            }
            metres += 100;
            turn = me + 1;
            if (me + 1 < runners.length) {
                LockSupport.unpark(runners[me + 1]);
            }
        }
    }

    /**
     * The volatile turn is set before the unpark and re-read after every return of park, so neither an early unpark (even
     * of a thread not yet started) nor a spurious return matters; metres is only touched by whose turn it is; the array is
     * filled before the first start.
     */
    @Right
    static void relayBaton() throws Exception {
        Relay relay = new Relay();
        for (int i = 0; i < 3; i++) {
            int me = i;
            relay.runners[i] = Together.thread(() -> relay.leg(me));
        }
        for (Thread runner : relay.runners) {
            runner.start();
        }
        for (Thread runner : relay.runners) {
            runner.join();
        }
        Together.same(300, relay.metres);
    }
}
