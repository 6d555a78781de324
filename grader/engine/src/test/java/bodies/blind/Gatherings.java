package bodies.blind;

import bodies.Together;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Several threads meet, at a barrier or in a shared structure. */
public final class Gatherings {
    private Gatherings() {}

    /**
     * What precedes await happens-before the barrier action, which happens-before every return from await; total is read
     * before the next await and written after all of them.
     */
    @Right
    static void addedUpAtTheBarrier() throws Exception {
        int[] part = new int[3];
        Together.Cell total = new Together.Cell();
        CyclicBarrier barrier = new CyclicBarrier(3, () -> total.value = part[0] + part[1] + part[2]);
        Together.Act[] workers = new Together.Act[3];
        for (int i = 0; i < 3; i++) {
            int me = i;
            workers[i] = () -> {
                part[me] = me + 1;
                barrier.await();
                Together.same(6, total.value);
                part[me] *= 10;
                barrier.await();
                Together.same(60, total.value);
            };
        }
        Together.run(workers);
    }

    /**
     * After the first meeting (2) one worker looks, goes on and makes it 3 before the other looks; the other stops and the
     * first waits at the barrier for ever.
     */
    @Wrong(Kind.DEADLOCK)
    static void unevenRounds() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        AtomicInteger bricks = new AtomicInteger();
        Together.Act mason = () -> {
            do {
                bricks.incrementAndGet();
                barrier.await();
            } while (bricks.get() < 3);
        };
        Together.run(mason, mason);
    }

    /**
     * Main is a party and registers each runner before starting it, so phase 0 ends only when all three have arrived; the
     * plain slots are read after that phase; the atomic sum is complete when phase 1 ends.
     */
    @Right
    static void registeredByTheParent() throws Exception {
        Phaser race = new Phaser(1);
        int[] slots = new int[2];
        AtomicInteger sum = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            int me = i;
            race.register();
            Together.start(() -> {
                slots[me] = me + 5;
                race.arriveAndAwaitAdvance();
                sum.addAndGet(slots[1 - me]);
                race.arriveAndDeregister();
            });
        }
        race.arriveAndAwaitAdvance();
        race.arriveAndAwaitAdvance();
        Together.same(11, sum.get());
    }

    /**
     * The runners register themselves: main, the only party so far, passes the phase before a runner has registered and
     * finds less than two done.
     */
    @Wrong(Kind.ASSERTION)
    static void registeredByTheChild() throws Exception {
        Phaser race = new Phaser(1);
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            Together.start(() -> {
                race.register();
                done.incrementAndGet();
                race.arriveAndDeregister();
            });
        }
        race.arriveAndAwaitAdvance();
        Together.same(2, done.get());
    }

    /**
     * The three-argument collect gives each part its own ArrayList and joins them in encounter order; groupingByConcurrent
     * does its own synchronisation; no side effects in the lambdas.
     */
    @Right
    static void collectedInParallel() throws Exception {
        List<Integer> squares = IntStream.rangeClosed(1, 4).parallel()
                .map(n -> n * n)
                .collect(ArrayList::new, ArrayList<Integer>::add, ArrayList<Integer>::addAll);
        Together.yes(squares.equals(List.of(1, 4, 9, 16)), "squares " + squares);
        Map<String, Long> kinds = IntStream.rangeClosed(1, 4).parallel().boxed()
                .collect(Collectors.groupingByConcurrent(n -> n % 2 == 0 ? "even" : "odd", Collectors.counting()));
        Together.same(2, kinds.get("even"));
        Together.same(2, kinds.get("odd"));
    }

    private static void eat(ReentrantLock mine, ReentrantLock other, AtomicInteger meals) {
        while (true) {
            mine.lock();
            try {
                if (other.tryLock()) {
                    try {
                        meals.incrementAndGet();
                        return;
                    } finally {
                        other.unlock();
                    }
                }
            } finally {
                mine.unlock();
            }
            Thread.yield();
        }
    }

    /** In lock step both take their own fork, both fail to get the other's, both put down and try again, for ever. */
    @Wrong(Kind.NO_PROGRESS)
    static void politeEaters() throws Exception {
        ReentrantLock knife = new ReentrantLock();
        ReentrantLock fork = new ReentrantLock();
        AtomicInteger meals = new AtomicInteger();
        Together.run(() -> eat(knife, fork, meals), () -> eat(fork, knife, meals));
        Together.same(2, meals.get());
    }

    private static final class Hall {
        volatile int arrived;
    }

    /** Volatile ++ is not atomic: both guests read 0 and both write 1, and main polls for a second arrival for ever. */
    @Wrong(Kind.NO_PROGRESS)
    static void lostArrival() throws Exception {
        Hall hall = new Hall();
        Together.Act guest = () -> hall.arrived++;
        Together.start(guest);
        Together.start(guest);
        while (hall.arrived < 2) {
            Thread.yield();
        }
    }

    private static final class Bus {
        private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

        void on(Consumer<String> listener) {
            listeners.add(listener);
        }

        void once(Consumer<String> listener) {
            AtomicBoolean fired = new AtomicBoolean();
            on(new Consumer<>() {
                @Override public void accept(String event) {
                    if (fired.compareAndSet(false, true)) {
                        listeners.remove(this);
                        listener.accept(event);
                    }
                }
            });
        }

        void publish(String event) {
            for (Consumer<String> listener : listeners) {
                listener.accept(event);
            }
        }

        int size() {
            return listeners.size();
        }
    }

    /**
     * Iteration over a snapshot allows removal and addition meanwhile; the one-shot fires once by compare-and-set; the
     * lasting listener is there before the publishers start and hears both; the one-shot is removed once, the late one
     * added once.
     */
    @Right
    static void busWithOneShot() throws Exception {
        Bus bus = new Bus();
        AtomicInteger lasting = new AtomicInteger();
        AtomicInteger oneShot = new AtomicInteger();
        AtomicInteger late = new AtomicInteger();
        bus.once(event -> oneShot.incrementAndGet());
        bus.on(event -> lasting.addAndGet(event.length()));
        Together.run(
                () -> bus.publish("a"),
                () -> bus.publish("bb"),
                () -> bus.on(event -> late.addAndGet(event.length())));
        Together.same(3, lasting.get());
        Together.same(1, oneShot.get());
        Together.yes(late.get() >= 0 && late.get() <= 3, "late " + late);
        Together.same(2, bus.size());
    }

    private static final class Tray {
        final String label;
        volatile Tray below;

        Tray(String label, Tray below) {
            this.label = label;
            this.below = below;
        }
    }

    private static Tray pop(AtomicReference<Tray> top) {
        while (true) {
            Tray tray = top.get();
            if (tray == null) {
                return null;
            }
            Tray below = tray.below;
            if (top.compareAndSet(tray, below)) {
                return tray;
            }
        }
    }

    private static void push(AtomicReference<Tray> top, Tray tray) {
        do {
            tray.below = top.get();
        } while (!top.compareAndSet(tray.below, tray));
    }

    /**
     * ABA: the first reads top a and below b and pauses; the second pops a and b, keeps b, pushes a back; the first's
     * compare-and-set a-&gt;b succeeds and b, which is in use, is on the pile again.
     */
    @Wrong(Kind.ASSERTION)
    static void pileOfTrays() throws Exception {
        AtomicReference<Tray> top = new AtomicReference<>(
                new Tray("a", new Tray("b", new Tray("c", null))));
        Together.run(
                () -> pop(top),
                () -> {
                    Tray first = pop(top);
                    pop(top);
                    push(top, first);
                });
        int left = 0;
        while (pop(top) != null) {
            left++;
        }
        Together.same(1, left);
    }

    private static final class Dictionary {
        private static final int ROOM = 2;
        private final AtomicInteger lookUps = new AtomicInteger();
        private final Map<String, FutureTask<Integer>> known = new LinkedHashMap<>(8, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override protected boolean removeEldestEntry(Map.Entry<String, FutureTask<Integer>> eldest) {
                return size() > ROOM;
            }
        };

        int lengthOf(String word) throws Exception {
            FutureTask<Integer> task;
            boolean mine = false;
            synchronized (known) {
                task = known.get(word);
                if (task == null) {
                    task = new FutureTask<>(() -> {
                        lookUps.incrementAndGet();
                        return word.length();
                    });
                    known.put(word, task);
                    mine = true;
                }
            }
            if (mine) {
                task.run();
            }
            return task.get();
        }

        int size() {
            synchronized (known) {
                return known.size();
            }
        }
    }

    /**
     * The access-ordered map is only used in its monitor; the thread that puts a task runs it, outside the monitor, so get
     * always ends, also for an evicted task; 3 words in 4 requests are 3 or 4 look-ups; never more than 2 kept.
     */
    @Right
    static void smallDictionary() throws Exception {
        Dictionary dictionary = new Dictionary();
        Together.run(
                () -> Together.same(2, dictionary.lengthOf("aa")),
                () -> {
                    Together.same(3, dictionary.lengthOf("bbb"));
                    Together.same(2, dictionary.lengthOf("aa"));
                },
                () -> Together.same(4, dictionary.lengthOf("cccc")));
        int lookUps = dictionary.lookUps.get();
        Together.yes(lookUps == 3 || lookUps == 4, "look-ups " + lookUps);
        Together.same(2, dictionary.size());
    }
}
