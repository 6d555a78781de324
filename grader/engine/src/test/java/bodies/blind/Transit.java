package bodies.blind;

import bodies.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Buses, trains and their depots. */
public final class Transit {
    private Transit() {}

    private static final class Timetable {
        private volatile Map<String, Integer> routes;
        private int builds;

        Map<String, Integer> routes() {
            Map<String, Integer> known = routes;
            if (known == null) {
                synchronized (this) {
                    known = routes;
                    if (known == null) {
                        builds++;
                        Map<String, Integer> fresh = new HashMap<>();
                        fresh.put("airport", 12);
                        fresh.put("harbour", 7);
                        known = fresh;
                        routes = known;
                    }
                }
            }
            return known;
        }
    }

    /**
     * Double-checked locking with a volatile field that is assigned only after the map is filled; the map is never changed
     * afterwards; builds is guarded by the monitor and read after join.
     */
    @Right
    static void timetableOnDemand() throws Exception {
        Timetable timetable = new Timetable();
        Together.run(
                () -> Together.same(12, timetable.routes().get("airport")),
                () -> Together.same(7, timetable.routes().get("harbour")),
                () -> Together.same(2, timetable.routes().size()));
        Together.same(1, timetable.builds);
    }

    private static final class SingleTrack {
        volatile boolean eastWants;
        volatile boolean westWants;
        volatile boolean westFirst;
        int trains;
    }

    /**
     * East gives way (westFirst = true), west gives way (false), wants, sees east not wanting and enters; east now wants,
     * sees westFirst false and enters too: trains++ unordered.
     */
    @Wrong(Kind.DATA_RACE)
    static void givesWayBeforeAsking() throws Exception {
        SingleTrack track = new SingleTrack();
        Together.run(
                () -> {
                    track.westFirst = true;
                    track.eastWants = true;
                    while (track.westWants && track.westFirst) {
                        Thread.yield();
                    }
                    track.trains++;
                    track.eastWants = false;
                },
                () -> {
                    track.westFirst = false;
                    track.westWants = true;
                    while (track.eastWants && !track.westFirst) {
                        Thread.yield();
                    }
                    track.trains++;
                    track.westWants = false;
                });
    }

    /**
     * Each bus writes its own thread-local log and hands it over in its own array element; isAlive() == false after start
     * means the thread has ended, which orders its actions before main's reads (JLS 17.4.4).
     */
    @Right
    static void watchTheBusesLeave() throws Exception {
        ThreadLocal<List<String>> log = ThreadLocal.withInitial(ArrayList::new);
        Object[] handed = new Object[2];
        Thread[] buses = new Thread[2];
        for (int i = 0; i < 2; i++) {
            int bus = i;
            buses[i] = Together.start(() -> {
                log.get().add("left");
                log.get().add("arrived");
                handed[bus] = log.get();
            });
        }
        for (int i = 0; i < 2; i++) {
            while (buses[i].isAlive()) {
                Thread.yield();
            }
            Together.same(2, ((List<?>) handed[i]).size());
        }
    }

    /**
     * Interrupting synchronizes-with the point where the driver finds itself interrupted (JLS 17.4.4), so it sees the
     * platform; park in a loop returns at once when interrupted and may return for no reason.
     */
    @Right
    static void dispatcherTapsTheDriver() throws Exception {
        int[] platform = new int[1];
        Thread driver = Together.start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.park();
            }
            Together.same(7, platform[0]);
        });
        platform[0] = 7;
        driver.interrupt();
        driver.join();
    }

    private enum Light { RED, GREEN }

    private static final class Signal {
        volatile Light light = Light.RED;
    }

    /** The signal goes green and red again between two looks of the driver, who then looks for green for ever. */
    @Wrong(Kind.NO_PROGRESS)
    static void greenMissed() throws Exception {
        Signal signal = new Signal();
        Thread driver = Together.start(() -> {
            while (signal.light != Light.GREEN) {
                Thread.yield();
            }
        });
        signal.light = Light.GREEN;
        signal.light = Light.RED;
        driver.join();
    }

    /** The watchdog looks twice without the driver having pressed in between and calls System.exit. */
    @Wrong(Kind.EXIT)
    static void deadMansHandle() throws Exception {
        AtomicBoolean pressed = new AtomicBoolean();
        Together.run(
                () -> {
                    for (int i = 0; i < 3; i++) {
                        pressed.set(true);
                    }
                },
                () -> {
                    int missed = 0;
                    for (int look = 0; look < 3; look++) {
                        if (pressed.getAndSet(false)) {
                            missed = 0;
                        } else if (++missed == 2) {
                            System.exit(1);
                        }
                    }
                });
    }

    /** Timer.cancel does not wait for the task that is running: main reads the plain counter while the timer thread writes it. */
    @Wrong(Kind.DATA_RACE)
    static void stationClockCancelled() throws Exception {
        int[] departures = new int[1];
        Timer clock = new Timer("clock", true);
        clock.schedule(new TimerTask() {
            @Override
            public void run() {
                departures[0]++;
            }
        }, 0);
        clock.cancel();
        Together.yes(departures[0] <= 1, "one task, two departures");
    }

    /**
     * Both start at the same virtual time; the express sleeps 10, the local 30: the express has arrived before the local
     * wakes, but nothing else orders them.
     */
    @Right
    static void expressArrivesFirst() throws Exception {
        Queue<String> arrivals = new ConcurrentLinkedQueue<>();
        Together.run(
                () -> {
                    Thread.sleep(30);
                    arrivals.add("local");
                },
                () -> {
                    Thread.sleep(10);
                    arrivals.add("express");
                });
        Together.yes("express".equals(arrivals.poll()), "the local was first");
        Together.yes("local".equals(arrivals.poll()), "the local is missing");
    }

    private static final class NorthDepot {
        static final int[] TRACKS = {1, 2};
        static final int ACROSS = SouthDepot.TRACKS.length;
    }

    private static final class SouthDepot {
        static final int[] TRACKS = {1, 2, 3};
        static final int ACROSS = NorthDepot.TRACKS.length;
    }

    /**
     * Each thread initialises one of two classes whose initialisers need the other: both hold one class's initialisation
     * and wait for the other's.
     */
    @Wrong(Kind.DEADLOCK)
    static void depotsKnowEachOther() throws Exception {
        Together.run(
                () -> Together.same(3, NorthDepot.ACROSS),
                () -> Together.same(2, SouthDepot.ACROSS));
    }

    /**
     * Opposite lock orders, but the slow train waits for the second lock interruptibly and is always interrupted: at entry
     * or while waiting it gives up and lays down the first, so the fast one goes on.
     */
    @Right
    static void slowTrainRecalled() throws Exception {
        ReentrantLock north = new ReentrantLock();
        ReentrantLock south = new ReentrantLock();
        AtomicInteger passed = new AtomicInteger();
        AtomicInteger recalled = new AtomicInteger();
        Thread slow = Together.start(() -> {
            north.lock();
            try {
                south.lockInterruptibly();
                try {
                    passed.incrementAndGet();
                } finally {
                    south.unlock();
                }
            } catch (InterruptedException back) {
                recalled.incrementAndGet();
            } finally {
                north.unlock();
            }
        });
        Thread fast = Together.start(() -> {
            south.lock();
            try {
                north.lock();
                try {
                    passed.incrementAndGet();
                } finally {
                    north.unlock();
                }
            } finally {
                south.unlock();
            }
        });
        slow.interrupt();
        slow.join();
        fast.join();
        Together.same(2, passed.get() + recalled.get());
    }
}
