package bodies.blind;

import bodies.Together;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Reporters, editors, the wire and the printing room of a newspaper. */
public final class Newsroom {
    private Newsroom() {}

    private static final class Flash {
        String text;
        int priority;

        Flash(String text, int priority) {
            this.text = text;
            this.priority = priority;
        }
    }

    /**
     * Opaque mode gives no happens-before: the desk reads the non-final plain fields of the flash unordered with the
     * constructor's writes.
     */
    @Wrong(Kind.DATA_RACE)
    static void flashOverTheOpaqueWire() throws Exception {
        AtomicReference<Flash> wire = new AtomicReference<>();
        Together.run(
                () -> wire.setOpaque(new Flash("flood", 1)),
                () -> {
                    Flash flash = wire.getOpaque();
                    if (flash != null) {
                        Together.same(1, flash.priority);
                    }
                });
    }

    private static final class Wire {
        static final VarHandle LATEST;

        static {
            try {
                LATEST = MethodHandles.lookup().findVarHandle(Wire.class, "latest", Flash.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private Flash latest;

        void send(Flash flash) {
            LATEST.setRelease(this, flash);
        }

        Flash look() {
            return (Flash) LATEST.getAcquire(this);
        }
    }

    /**
     * The field is only touched by setRelease and getAcquire; an acquire that sees the flash is ordered after its
     * constructor's plain writes.
     */
    @Right
    static void flashOverTheReleasedWire() throws Exception {
        Wire wire = new Wire();
        Together.run(
                () -> wire.send(new Flash("flood", 1)),
                () -> {
                    Flash flash = wire.look();
                    if (flash != null) {
                        Together.same(1, flash.priority);
                        Together.yes("flood".equals(flash.text), "garbled");
                    }
                });
        Together.yes(wire.look() != null, "nothing sent");
    }

    private static final class Bus {
        private final Map<String, List<Consumer<String>>> desks = new ConcurrentHashMap<>();

        void subscribe(String topic, Consumer<String> listener) {
            desks.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(listener);
        }

        void unsubscribe(String topic, Consumer<String> listener) {
            List<Consumer<String>> listeners = desks.get(topic);
            if (listeners != null) {
                listeners.remove(listener);
            }
        }

        int publish(String topic, String story) {
            int told = 0;
            for (Consumer<String> listener : desks.getOrDefault(topic, List.of())) {
                listener.accept(story);
                told++;
            }
            return told;
        }
    }

    /**
     * Publish walks a copy-on-write snapshot, so the one-shot listener may leave during the walk; its flag makes it act
     * once though two stories may reach it; the archive behind it misses none.
     */
    @Right
    static void oneShotListenerLeaves() throws Exception {
        Bus bus = new Bus();
        AtomicInteger alerts = new AtomicInteger();
        AtomicInteger archived = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        Consumer<String> oneShot = new Consumer<>() {
            @Override
            public void accept(String story) {
                bus.unsubscribe("city", this);
                if (done.compareAndSet(false, true)) {
                    alerts.incrementAndGet();
                }
            }
        };
        bus.subscribe("city", oneShot);
        bus.subscribe("city", story -> archived.incrementAndGet());
        Together.run(
                () -> Together.yes(bus.publish("city", "fire") >= 1, "nobody told"),
                () -> Together.yes(bus.publish("city", "flood") >= 1, "nobody told"));
        Together.same(1, alerts.get());
        Together.same(2, archived.get());
        Together.same(1, bus.publish("city", "sun"));
    }

    /**
     * SynchronizedList does not guard its iterator: the walk reads size and modCount of the ArrayList unordered with the
     * late subscriber's add.
     */
    @Wrong(Kind.DATA_RACE)
    static void listenersWalkedUnlocked() throws Exception {
        List<Runnable> listeners = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger told = new AtomicInteger();
        listeners.add(told::incrementAndGet);
        Together.run(
                () -> {
                    for (Runnable listener : listeners) {
                        listener.run();
                    }
                },
                () -> listeners.add(told::incrementAndGet));
    }

    /**
     * An interrupt either makes take throw before it removes anything, or is seen by the loop condition; either way the
     * editor leaves, and each story is edited or still on the desk; join orders the plain counter.
     */
    @Right
    static void editorSentHome() throws Exception {
        BlockingQueue<String> desk = new LinkedBlockingQueue<>();
        int[] edited = new int[1];
        Thread editor = new Thread(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    desk.take();
                    edited[0]++;
                }
            } catch (InterruptedException bell) {
                // home
            }
        });
        editor.start();
        desk.put("fire");
        desk.put("flood");
        editor.interrupt();
        editor.join();
        Together.same(2, edited[0] + desk.size());
    }

    /**
     * The interrupt meets the editor in take: the exception clears the flag and is swallowed, the loop goes on and take
     * waits for ever.
     */
    @Wrong(Kind.DEADLOCK)
    static void editorShrugsOffTheBell() throws Exception {
        BlockingQueue<String> desk = new LinkedBlockingQueue<>();
        AtomicInteger edited = new AtomicInteger();
        Thread editor = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    desk.take();
                    edited.incrementAndGet();
                } catch (InterruptedException bell) {
                    edited.get();
                }
            }
        });
        editor.start();
        desk.put("fire");
        editor.interrupt();
        editor.join();
    }

    /**
     * Each round reads one buffer and writes the own cell of the other; the phaser orders all accesses of a round before
     * the next, so one barrier a round is enough with two buffers.
     */
    @Right
    static void threeColumnsTwoProofs() throws Exception {
        int[][] proof = {{1, 2, 3}, {0, 0, 0}};
        Phaser press = new Phaser(3);
        Together.Act[] setters = new Together.Act[3];
        for (int i = 0; i < 3; i++) {
            int column = i;
            setters[i] = () -> {
                for (int round = 0; round < 2; round++) {
                    int[] from = proof[round % 2];
                    int[] to = proof[(round + 1) % 2];
                    to[column] = from[column] + from[(column + 1) % 3];
                    press.arriveAndAwaitAdvance();
                }
            };
        }
        Together.run(setters);
        Together.same(8, proof[0][0]);
        Together.same(9, proof[0][1]);
        Together.same(7, proof[0][2]);
    }

    /**
     * Freelancers register in their own threads; when the chief arrives before one has registered the phase advances
     * without that one's copy.
     */
    @Wrong(Kind.ASSERTION)
    static void freelancersRegisterLate() throws Exception {
        Phaser edition = new Phaser(1);
        AtomicInteger filed = new AtomicInteger();
        Together.Act freelancer = () -> {
            edition.register();
            filed.incrementAndGet();
            edition.arriveAndDeregister();
        };
        Together.start(freelancer);
        Together.start(freelancer);
        edition.arriveAndAwaitAdvance();
        Together.same(2, filed.get());
    }

    /** The chief joins the draft, not the stage after it: the asynchronous printing may not have run yet when it is counted. */
    @Wrong(Kind.ASSERTION)
    static void wrongStageAwaited() throws Exception {
        AtomicInteger printed = new AtomicInteger();
        CompletableFuture<String> draft = CompletableFuture.supplyAsync(() -> "draft");
        draft.thenAcceptAsync(text -> printed.addAndGet(text.length()));
        Together.same(5, draft.join().length());
        Together.same(5, printed.get());
    }

    private static final class PrintRoom {
        private final BlockingQueue<String> pages = new LinkedBlockingQueue<>();
        private final AtomicInteger printed = new AtomicInteger();
        private volatile boolean busy;

        void open() {
            Thread printer = new Thread(this::work, "printer");
            printer.setDaemon(true);
            printer.start();
        }

        private void work() {
            try {
                while (true) {
                    String page = pages.take();
                    busy = true;
                    print(page);
                    busy = false;
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }

        private void print(String page) {
            printed.addAndGet(page.isEmpty() ? 0 : 1);
        }

        void awaitIdle() {
            while (!pages.isEmpty() || busy) {
                Thread.yield();
            }
        }
    }

    /**
     * Between taking the last page and setting busy the queue is empty and the printer not busy: awaitIdle returns before
     * that page is printed.
     */
    @Wrong(Kind.ASSERTION)
    static void printRoomLooksIdle() throws Exception {
        PrintRoom room = new PrintRoom();
        room.open();
        room.pages.put("front");
        room.pages.put("sports");
        room.awaitIdle();
        Together.same(2, room.printed.get());
    }
}
