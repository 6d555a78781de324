package bodies.blind;

import bodies.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Threads that wait for, call or make room for each other. */
public final class Conversations {
    private Conversations() {}

    /**
     * Both outer tasks take the pool's two threads before either has submitted its inner task; the inner ones stay in the
     * queue and the outer ones wait for them for ever.
     */
    @Wrong(Kind.DEADLOCK)
    static void askingTheSamePool() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<Integer> one = pool.submit(() -> pool.submit(() -> 1).get() + 10);
        Future<Integer> two = pool.submit(() -> pool.submit(() -> 2).get() + 20);
        Together.same(33, one.get() + two.get());
        pool.shutdown();
    }

    private static final class Sum extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1L;
        private final int from;
        private final int to;

        Sum(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (from == to) {
                return from;
            }
            int middle = (from + to) / 2;
            Sum left = new Sum(from, middle);
            left.fork();
            int right = new Sum(middle + 1, to).compute();
            return left.join() + right;
        }
    }

    /**
     * Tasks wait for tasks of the same pool of one thread, but a fork-join worker that joins its own forked task takes it
     * from its queue and runs it itself.
     */
    @Right
    static void oneForkJoinWorker() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        Together.same(10, pool.submit(new Sum(1, 4)).get());
        pool.shutdown();
    }

    /**
     * The main thread joins the order and not the audit that hangs on it: the order is complete, join returns, and the
     * worker has not yet run the dependent action.
     */
    @Wrong(Kind.ASSERTION)
    static void joinsTheOrderOnly() throws Exception {
        AtomicBoolean audited = new AtomicBoolean();
        CompletableFuture<Integer> order = CompletableFuture.supplyAsync(() -> 7);
        order.thenAccept(number -> audited.set(true));
        Together.same(7, order.join());
        Together.yes(audited.get(), "order not audited");
    }

    /**
     * All write their own cell, then all read a neighbour's, then all write their own again, with the phaser of all three
     * between; arriveAndAwaitAdvance orders the phases.
     */
    @Right
    static void phasedNeighbours() throws Exception {
        Phaser phaser = new Phaser(3);
        int[] cells = new int[3];
        Together.Act[] acts = new Together.Act[3];
        for (int i = 0; i < 3; i++) {
            int me = i;
            acts[i] = () -> {
                cells[me] = me + 1;
                phaser.arriveAndAwaitAdvance();
                int neighbour = cells[(me + 1) % 3];
                phaser.arriveAndAwaitAdvance();
                cells[me] += neighbour;
            };
        }
        Together.run(acts);
        Together.same(3, cells[0]);
        Together.same(5, cells[1]);
        Together.same(4, cells[2]);
    }

    /**
     * The interrupt reaches the first party at (or before) the barrier and breaks it; the first handles that, but the
     * other's await throws BrokenBarrierException, which ends its thread.
     */
    @Wrong(Kind.EXCEPTION)
    static void calledAwayFromTheBarrier() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Thread guest = Together.start(() -> {
            try {
                barrier.await();
            } catch (InterruptedException calledAway) {
                // goes home
            }
        });
        Thread host = Together.start(barrier::await);
        guest.interrupt();
        guest.join();
        host.join();
    }

    /**
     * The forks are locked in a circle, but only two of the three may sit down at a time, and two cannot close a circle of
     * three forks; uses[i] is only touched under fork i.
     */
    @Right
    static void roomForTwo() throws Exception {
        Object[] forks = {new Object(), new Object(), new Object()};
        Semaphore room = new Semaphore(2);
        int[] uses = new int[3];
        Together.Act[] acts = new Together.Act[3];
        for (int i = 0; i < 3; i++) {
            int left = i;
            int right = (i + 1) % 3;
            acts[i] = () -> {
                room.acquire();
                try {
                    synchronized (forks[left]) {
                        synchronized (forks[right]) {
                            uses[left]++;
                            uses[right]++;
                        }
                    }
                } finally {
                    room.release();
                }
            };
        }
        Together.run(acts);
        Together.same(6, uses[0] + uses[1] + uses[2]);
    }

    private static final class Gate {
        private volatile boolean open;

        void pass() throws InterruptedException {
            while (!open) {
                synchronized (this) {
                    wait();
                }
            }
        }

        void open() {
            open = true;
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /**
     * The waiter looks at open outside the monitor and sees false; the other opens and notifies all; only then the waiter
     * enters and waits, and no signal comes any more.
     */
    @Wrong(Kind.DEADLOCK)
    static void gateLookedAtFromOutside() throws Exception {
        Gate gate = new Gate();
        Together.run(gate::pass, gate::open);
    }

    private static void politely(ReentrantLock mine, ReentrantLock yours) {
        for (;;) {
            mine.lock();
            try {
                if (yours.tryLock()) {
                    yours.unlock();
                    return;
                }
            } finally {
                mine.unlock();
            }
            Thread.yield();
        }
    }

    /**
     * In lock step: each takes its own lock, each fails to try the other's, each gives its own back and begins again, for
     * ever.
     */
    @Wrong(Kind.NO_PROGRESS)
    static void politeNeighbours() throws Exception {
        ReentrantLock a = new ReentrantLock();
        ReentrantLock b = new ReentrantLock();
        Together.run(
            () -> politely(a, b),
            () -> politely(b, a));
    }

    /**
     * The second thread takes b before a, but only tries a, and if that fails it lets go of b and takes both in the order
     * of the first; nobody waits for a while holding b; one retry at most.
     */
    @Right
    static void givesWayOnce() throws Exception {
        ReentrantLock a = new ReentrantLock();
        ReentrantLock b = new ReentrantLock();
        int[] crossings = new int[1];
        Together.run(
            () -> {
                a.lock();
                b.lock();
                crossings[0]++;
                b.unlock();
                a.unlock();
            },
            () -> {
                b.lock();
                if (!a.tryLock()) {
                    b.unlock();
                    a.lock();
                    b.lock();
                }
                crossings[0]++;
                a.unlock();
                b.unlock();
            });
        Together.same(2, crossings[0]);
    }

    private interface Listener {
        void hear(int event);
    }

    private static final class Bus {
        private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

        void subscribe(Listener listener) {
            listeners.addIfAbsent(listener);
        }

        void unsubscribe(Listener listener) {
            listeners.remove(listener);
        }

        void publish(int event) {
            for (Listener listener : listeners) {
                listener.hear(event);
            }
        }
    }

    private static final class Recorder implements Listener {
        final List<Integer> heard = new ArrayList<>();

        @Override
        public void hear(int event) {
            heard.add(event);
        }
    }

    private static final class Once implements Listener {
        private final Bus bus;
        int count;

        Once(Bus bus) {
            this.bus = bus;
        }

        @Override
        public void hear(int event) {
            count++;
            bus.unsubscribe(this);
        }
    }

    /**
     * Iteration runs over a snapshot, so listeners may come and go meanwhile; only the publisher's thread calls hear, so
     * the plain lists and count are confined to it until join; the list of the late one goes over through the copy-on-
     * write list.
     */
    @Right
    static void eventBus() throws Exception {
        Bus bus = new Bus();
        Recorder always = new Recorder();
        Once once = new Once(bus);
        Recorder late = new Recorder();
        bus.subscribe(once);
        bus.subscribe(always);
        Together.run(
            () -> {
                bus.publish(1);
                bus.publish(2);
            },
            () -> {
                bus.subscribe(late);
                bus.unsubscribe(late);
            });
        Together.yes(always.heard.equals(List.of(1, 2)), "always heard " + always.heard);
        Together.same(1, once.count);
        Together.yes(List.of(1, 2).containsAll(late.heard) && late.heard.size() <= 2, "late heard " + late.heard);
        Together.yes(bus.listeners.size() == 1, "one listener left");
    }
}
