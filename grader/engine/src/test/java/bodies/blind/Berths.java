package bodies.blind;

import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** A harbour: berths, tides, cranes, flags, manifests. */
public final class Berths {
    private Berths() {}

    private record Berth(char pier, int place) {}

    private static final class Lights {
        private final ConcurrentMap<Berth, Integer> users = new ConcurrentHashMap<>();
        private final AtomicInteger switchedOn = new AtomicInteger();
        private final AtomicInteger switchedOff = new AtomicInteger();

        void arrive(Berth berth) {
            users.compute(berth, (b, n) -> {
                if (n == null) {
                    switchedOn.incrementAndGet();
                    return 1;
                }
                return n + 1;
            });
        }

        void leave(Berth berth) {
            users.computeIfPresent(berth, (b, n) -> {
                if (n == 1) {
                    switchedOff.incrementAndGet();
                    return null;
                }
                return n - 1;
            });
        }
    }

    // compute and computeIfPresent of a ConcurrentHashMap are atomic and call their function once. So the count of a berth is
    // exact: whoever has
    // arrived and not left finds it there with at least 1, the light goes on at each 0 -> 1 and off at each 1 -> 0, and both
    // happen equally often.
    @Right
    static void berthLights() throws Exception {
        Lights lights = new Lights();
        Runnable boat = () -> {
            Berth mine = new Berth('C', 7);
            lights.arrive(mine);
            Integer n = lights.users.get(new Berth('C', 7));
            if (n == null || n < 1 || n > 3) {
                throw new AssertionError("lit for " + n);
            }
            lights.leave(mine);
        };
        Thread tug = new Thread(boat);
        Thread ferry = new Thread(boat);
        tug.start();
        ferry.start();
        boat.run();
        tug.join();
        ferry.join();
        int on = lights.switchedOn.get();
        if (!lights.users.isEmpty() || on != lights.switchedOff.get() || on < 1 || on > 3) {
            throw new AssertionError("on " + on + " off " + lights.switchedOff + " left " + lights.users);
        }
    }

    private static final class TideTable {
        private final SimpleDateFormat pattern = new SimpleDateFormat("yyyy-MM-dd HH:mm", Locale.ROOT);
        // "one per thread" - but the supplier hands out the same object to all
        private final ThreadLocal<DateFormat> format = ThreadLocal.withInitial(() -> pattern);

        TideTable() {
            pattern.setTimeZone(TimeZone.getTimeZone("UTC"));
        }

        String line(long millis) {
            return format.get().format(new Date(millis));
        }
    }

    // The thread locals of both threads hold one and the same SimpleDateFormat, which is not thread-safe (javadoc: "Date formats are not
    // synchronized"): format() writes the format's calendar, without any lock.
    @Wrong(value = Kind.DATA_RACE, steps = 200_000)
    static void tideTable() throws Exception {
        TideTable table = new TideTable();
        String[] morning = new String[1];
        Thread printer = new Thread(() -> morning[0] = table.line(0L));
        printer.start();
        String evening = table.line(86_400_000L);
        printer.join();
        if (!morning[0].startsWith("1970-01-01") || !evening.startsWith("1970-01-02")) {
            throw new AssertionError(morning[0] + " / " + evening);
        }
    }

    private enum Cargo { GRAIN, TIMBER, WINE }

    private record Crate(int id, Cargo cargo, int weight) {}

    /** Not thread-safe; belongs to whoever took it from the roadstead. */
    private static final class Ship {
        private final String name;
        private final Deque<Crate> hold = new ArrayDeque<>();

        Ship(String name, Crate... crates) {
            this.name = name;
            for (Crate crate : crates) {
                hold.push(crate);
            }
        }

        Optional<Crate> lift() {
            return Optional.ofNullable(hold.poll());
        }
    }

    private static final class Quay {
        private final BlockingQueue<Optional<Ship>> roadstead = new LinkedBlockingQueue<>(2);
        private final ConcurrentMap<Cargo, LongAdder> weights = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<Crate> unloaded = new ConcurrentLinkedQueue<>();

        void store(Crate crate) {
            weights.computeIfAbsent(crate.cargo(), c -> new LongAdder()).add(crate.weight());
            unloaded.add(crate);
        }
    }

    private static final class Crane implements Callable<Map<String, EnumSet<Cargo>>> {
        private final Quay quay;

        Crane(Quay quay) {
            this.quay = quay;
        }

        @Override
        public Map<String, EnumSet<Cargo>> call() throws InterruptedException {
            Map<String, EnumSet<Cargo>> log = new LinkedHashMap<>();
            while (true) {
                Optional<Ship> next = quay.roadstead.take();
                if (next.isEmpty()) {
                    return log;
                }
                Ship ship = next.get();
                EnumSet<Cargo> kinds = EnumSet.noneOf(Cargo.class);
                for (Optional<Crate> crate = ship.lift(); crate.isPresent(); crate = ship.lift()) {
                    crate.ifPresent(quay::store);
                    kinds.add(crate.get().cargo());
                }
                log.put(ship.name, kinds);
            }
        }
    }

    // A ship is handed through the blocking queue, so only one crane at a time touches its hold, after the pilot filled it. The
    // pilot sends all ships
    // and then one empty Optional for each of the two cranes: each crane takes exactly one of these and stops, and since the
    // queue is fifo, no ship is
    // left. Each crane's log is its own and goes to main through Future.get. computeIfAbsent makes one adder per cargo, and the
    // adders are read
    // when all additions happened-before. The pool is shut down and terminates.
    @Right(steps = 200_000)
    static void craneCrew() throws Exception {
        Quay quay = new Quay();
        Thread pilot = new Thread(() -> {
            try {
                quay.roadstead.put(Optional.of(new Ship("Alma", new Crate(1, Cargo.GRAIN, 30), new Crate(2, Cargo.WINE, 5))));
                quay.roadstead.put(Optional.of(new Ship("Brigid", new Crate(3, Cargo.TIMBER, 40))));
                quay.roadstead.put(Optional.of(new Ship("Corvo", new Crate(4, Cargo.GRAIN, 20), new Crate(5, Cargo.GRAIN, 1))));
                quay.roadstead.put(Optional.empty());
                quay.roadstead.put(Optional.empty());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, "pilot");
        ExecutorService cranes = Executors.newFixedThreadPool(2);
        Map<String, EnumSet<Cargo>> log = new LinkedHashMap<>();
        try {
            List<Future<Map<String, EnumSet<Cargo>>>> crews = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                crews.add(cranes.submit(new Crane(quay)));
            }
            pilot.start();
            for (Future<Map<String, EnumSet<Cargo>>> crew : crews) {
                crew.get().forEach((ship, kinds) -> {
                    if (log.put(ship, kinds) != null) {
                        throw new AssertionError(ship + " unloaded twice");
                    }
                });
            }
        } finally {
            cranes.shutdown();
        }
        if (!cranes.awaitTermination(1, TimeUnit.HOURS)) {
            throw new AssertionError("cranes still at work");
        }
        pilot.join();
        if (!log.keySet().equals(Set.of("Alma", "Brigid", "Corvo")) || !log.get("Alma").equals(EnumSet.of(Cargo.GRAIN, Cargo.WINE))) {
            throw new AssertionError(log.toString());
        }
        Map<Cargo, Integer> crates = quay.unloaded.stream().collect(Collectors.groupingBy(Crate::cargo,
                () -> new EnumMap<>(Cargo.class), Collectors.collectingAndThen(Collectors.toList(), List::size)));
        if (!crates.equals(Map.of(Cargo.GRAIN, 3, Cargo.TIMBER, 1, Cargo.WINE, 1))) {
            throw new AssertionError(crates.toString());
        }
        if (quay.weights.get(Cargo.GRAIN).sum() != 51 || quay.weights.get(Cargo.TIMBER).intValue() != 40) {
            throw new AssertionError(quay.weights.toString());
        }
    }

    private enum Flag { DANISH, GREEK, MALTESE }

    private record Fleet(List<String> names, Set<Flag> flags) {
        Fleet {
            names = List.copyOf(names);
            flags = Set.copyOf(flags);
        }

        Fleet with(String name, Flag flag) {
            List<String> longer = new ArrayList<>(names);
            longer.add(name);
            EnumSet<Flag> more = EnumSet.of(flag);
            more.addAll(flags);
            return new Fleet(longer, more);
        }
    }

    private static final class FleetRegister {
        private volatile Fleet fleet = new Fleet(List.of("Dogger"), Set.of(Flag.DANISH));

        void enrol(String name, Flag flag) {
            fleet = fleet.with(name, flag);
        }
    }

    // The fleets are immutable and the field is volatile, so there is no race. But enrol reads the field and then writes it: two
    // threads may both start
    // from the fleet of one ship, and the later write drops the other's ship. Then the fleet has 2 names, not 3.
    @Wrong(Kind.ASSERTION)
    static void fleetRegister() throws Exception {
        FleetRegister register = new FleetRegister();
        Thread clerk = new Thread(() -> register.enrol("Ithaki", Flag.GREEK));
        clerk.start();
        register.enrol("Gozo", Flag.MALTESE);
        clerk.join();
        Fleet fleet = register.fleet;
        if (fleet.names().size() != 3 || !fleet.flags().containsAll(EnumSet.allOf(Flag.class))) {
            throw new AssertionError("lost a ship: " + fleet);
        }
    }

    private static final class RecentlyUsed<K, V> {
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        private final Map<K, V> entries;
        private final Function<? super K, ? extends V> loader;

        RecentlyUsed(int capacity, Function<? super K, ? extends V> loader) {
            this.loader = loader;
            this.entries = new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                    return size() > capacity;
                }
            };
        }

        V get(K key) {
            lock.readLock().lock();
            try {
                V known = entries.get(key);
                if (known != null) {
                    return known;
                }
            } finally {
                lock.readLock().unlock();
            }
            lock.writeLock().lock();
            try {
                return entries.computeIfAbsent(key, loader);
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    // The map is in access order, where the javadoc of LinkedHashMap says that "merely querying the map with get is a structural
    // modification". Two
    // holders of the read lock move their entries to the end of the same linked list at once: plain writes that nothing orders.
    @Wrong(Kind.DATA_RACE)
    static void manifestCache() throws Exception {
        RecentlyUsed<Integer, String> manifests = new RecentlyUsed<>(4, id -> "manifest of voyage " + id);
        for (int id = 1; id <= 3; id++) {
            manifests.get(id);
        }
        Thread customs = new Thread(() -> check(manifests, 1));
        Thread insurer = new Thread(() -> check(manifests, 2));
        customs.start();
        insurer.start();
        customs.join();
        insurer.join();
    }

    private static void check(RecentlyUsed<Integer, String> manifests, int id) {
        if (!manifests.get(id).endsWith(" " + id)) {
            throw new AssertionError("the wrong manifest for " + id);
        }
    }
}
