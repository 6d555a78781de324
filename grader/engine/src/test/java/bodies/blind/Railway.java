package bodies.blind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Stories from a railway. */
public final class Railway {
    private Railway() {}

    /*
     * Right. The train thread gets the value that its parent had when the thread was created (3); what either thread sets later is its own. Main
     * sets 4 after the start, the train sets 9, neither sees the other's value.
     */
    @Right
    static void platformLocal() throws Exception {
        InheritableThreadLocal<Integer> platform = new InheritableThreadLocal<>();
        platform.set(3);
        Thread train = new Thread(() -> {
            if (platform.get() != 3) throw new AssertionError("inherited " + platform.get());
            platform.set(9);
        });
        train.start();
        platform.set(4);
        train.join();
        if (platform.get() != 4) throw new AssertionError("own " + platform.get());
        platform.remove();
    }

    private abstract static class Vehicle {
        Vehicle(Map<Integer, Vehicle> depot, int number) {
            depot.put(number, this);
        }

        abstract int tons();
    }

    private static final class Locomotive extends Vehicle {
        private final int tons;

        Locomotive(Map<Integer, Vehicle> depot, int number, int tons) {
            super(depot, number);
            this.tons = tons;
        }

        @Override
        int tons() {
            return tons;
        }
    }

    /*
     * Wrong. The superclass constructor publishes 'this' before the subclass has assigned its final field. An inspector who finds the locomotive
     * in the depot reads 'tons' with nothing ordering that read and the assignment; the guarantee for final fields (JLS 17.5) holds only
     * for references published after the constructor has ended.
     */
    @Wrong(Kind.DATA_RACE)
    static void escapedLocomotive() throws Exception {
        Map<Integer, Vehicle> depot = new ConcurrentHashMap<>();
        Thread works = new Thread(() -> new Locomotive(depot, 44, 87));
        works.start();
        int tons = 0;
        for (Vehicle v : depot.values()) tons += v.tons();
        works.join();
        if (tons != 0 && tons != 87) throw new AssertionError("weighed " + tons);
    }

    private static final class Carriage {
        private final NavigableSet<Integer> free = new ConcurrentSkipListSet<>(List.of(3, 8, 12, 17));
        private final Map<Integer, String> sold = new ConcurrentHashMap<>();

        void sell(String clerk, int wish) {
            Integer seat = free.ceiling(wish);
            if (seat == null) return;
            free.remove(seat);
            String before = sold.put(seat, clerk);
            if (before != null) throw new AssertionError("seat " + seat + " sold by " + before + " and " + clerk);
        }
    }

    /*
     * Wrong. ceiling() and remove() are two steps and the result of remove() is ignored: both clerks can find seat 8, and the second put meets the
     * first clerk's entry. There are always enough seats above the wishes; all collections are concurrent.
     */
    @Wrong(Kind.ASSERTION)
    static void carriageSeats() throws Exception {
        Carriage carriage = new Carriage();
        Thread rosa = new Thread(() -> {
            carriage.sell("rosa", 1);
            carriage.sell("rosa", 5);
        });
        Thread emil = new Thread(() -> carriage.sell("emil", 8));
        rosa.start();
        emil.start();
        rosa.join();
        emil.join();
    }

    private record Order(int urgency, String command, int wagons) implements Comparable<Order> {
        static final int LAST = Integer.MAX_VALUE;

        static Order goHome() {
            return new Order(LAST, "home", 0);
        }

        @Override
        public int compareTo(Order o) {
            return Integer.compare(urgency, o.urgency);
        }
    }

    /** Plain fields, guarded by a semaphore with one permit. */
    private static final class Yard {
        private final Semaphore points = new Semaphore(1);
        private final int[] tracks = new int[3];
        private int coupled;

        void couple(int wagons) {
            points.acquireUninterruptibly();
            try {
                int shortest = 0;
                for (int t = 1; t < tracks.length; t++) {
                    if (tracks[t] < tracks[shortest]) shortest = t;
                }
                tracks[shortest] += wagons;
                coupled += wagons;
            } finally {
                points.release();
            }
        }

        /** Moves one wagon from some track to one that is shorter by at least two; says whether there was such a pair. */
        boolean level() {
            points.acquireUninterruptibly();
            try {
                boolean moved = false;
                search:
                for (int from = 0; from < tracks.length; from++) {
                    if (tracks[from] < 2) continue;
                    for (int to = 0; to < tracks.length; to++) {
                        if (tracks[from] - tracks[to] >= 2) {
                            tracks[from]--;
                            tracks[to]++;
                            moved = true;
                            break search;
                        }
                    }
                }
                return moved;
            } finally {
                points.release();
            }
        }

        int count() {
            points.acquireUninterruptibly();
            try {
                int sum = 0;
                for (int t : tracks) sum += t;
                if (sum != coupled) throw new AssertionError("on tracks " + sum + ", coupled " + coupled);
                return sum;
            } finally {
                points.release();
            }
        }
    }

    private static final class Shunter extends Thread {
        private final PriorityBlockingQueue<Order> orders;
        private final Yard yard;
        private int obeyed;

        Shunter(PriorityBlockingQueue<Order> orders, Yard yard) {
            this.orders = orders;
            this.yard = yard;
        }

        @Override
        public void run() {
            try {
                shift:
                while (true) {
                    Order o = orders.take();
                    switch (o.command()) {
                        case "couple":
                            yard.couple(o.wagons());
                            break;
                        case "level":
                            while (yard.level()) Thread.yield();
                            break;
                        case "count":
                            yard.count();
                            break;
                        case "home":
                            break shift;
                        default:
                            throw new IllegalArgumentException(o.command());
                    }
                    obeyed++;
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Dispatcher extends Thread {
        private final PriorityBlockingQueue<Order> orders;
        private final Order[] plan;

        Dispatcher(PriorityBlockingQueue<Order> orders, Order... plan) {
            this.orders = orders;
            this.plan = plan;
        }

        @Override
        public void run() {
            for (Order o : plan) orders.put(o);
        }
    }

    /*
     * Right. The yard's fields are touched between acquire and release of the one permit only, and release happens before the next successful
     * acquire. Levelling makes the sum of squares smaller with each move, so it ends. Two 'home' orders, of the lowest urgency, are put after
     * the dispatchers have ended: a shunter can take one only when no other order is left, and each shunter takes exactly one.
     */
    @Right
    static void shunting() throws Exception {
        PriorityBlockingQueue<Order> orders = new PriorityBlockingQueue<>();
        Yard yard = new Yard();
        Shunter[] crew = {new Shunter(orders, yard), new Shunter(orders, yard)};
        for (Shunter s : crew) s.start();
        Dispatcher north = new Dispatcher(orders, new Order(2, "couple", 3), new Order(1, "level", 0));
        Dispatcher south = new Dispatcher(orders, new Order(2, "couple", 1), new Order(3, "count", 0));
        north.start();
        south.start();
        north.join();
        south.join();
        for (int i = 0; i < crew.length; i++) orders.put(Order.goHome());
        int obeyed = 0;
        for (Shunter s : crew) {
            s.join();
            obeyed += s.obeyed;
        }
        if (obeyed != 4) throw new AssertionError("obeyed " + obeyed);
        if (yard.count() != 4) throw new AssertionError("wagons " + yard.count());
        if (!orders.isEmpty()) throw new AssertionError("left " + orders);
    }

    /** A room with further rooms behind it. */
    private static final class Room {
        private final String name;
        private final List<Room> behind;

        Room(String name, Room... behind) {
            this.name = name;
            this.behind = List.of(behind);
        }

        int patrol(List<String> log) {
            log.add(name);
            int seen = 1;
            for (Room r : behind) seen += r.patrol(log);
            return seen;
        }
    }

    private static final class Watchman implements Runnable {
        private static final int SHIFT = 3;

        private final Semaphore bell;
        private final Room entrance;
        private final List<String> log;
        private volatile int rounds; // written by the watchman only

        Watchman(Semaphore bell, Room entrance, List<String> log) {
            this.bell = bell;
            this.entrance = entrance;
            this.log = log;
        }

        @Override
        public void run() {
            while (rounds < SHIFT) {
                try {
                    bell.acquire();
                    entrance.patrol(log);
                    rounds = rounds + 1;
                } catch (InterruptedException e) {
                    // never swallow an interrupt, they say
                    Thread.currentThread().interrupt();
                }
            }
        }

        int rounds() {
            return rounds;
        }
    }

    private static final class Tower implements Runnable {
        private final Semaphore bell;
        private final CountDownLatch secondStroke;

        Tower(Semaphore bell, CountDownLatch secondStroke) {
            this.bell = bell;
            this.secondStroke = secondStroke;
        }

        @Override
        public void run() {
            for (int stroke = 1; stroke <= Watchman.SHIFT; stroke++) {
                bell.release();
                if (stroke == 2) secondStroke.countDown();
            }
        }
    }

    private static final class Inspector implements Runnable {
        private final Watchman watchman;
        private final Thread bed;
        private final CountDownLatch secondStroke;

        Inspector(Watchman watchman, Thread bed, CountDownLatch secondStroke) {
            this.watchman = watchman;
            this.bed = bed;
            this.secondStroke = secondStroke;
        }

        @Override
        public void run() {
            try {
                secondStroke.await();
            } catch (InterruptedException e) {
                return;
            }
            if (watchman.rounds() == 0) bed.interrupt(); // must be asleep
        }
    }

    /*
     * Wrong. When two strokes have sounded before the watchman's first round is done, the inspector interrupts him. If that arrives before his
     * last acquire(), acquire() throws (status set on entry, or while waiting), the handler sets the status again, and the loop
     * goes round for ever: each further acquire() throws at once and 'rounds' stands still. Otherwise everybody goes home.
     */
    @Wrong(value = Kind.NO_PROGRESS, schedules = 1000)
    static void nightShift() throws Exception {
        Semaphore bell = new Semaphore(0);
        CountDownLatch secondStroke = new CountDownLatch(1);
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Room station = new Room("hall", new Room("office"));
        Watchman watchman = new Watchman(bell, station, log);
        Thread bed = new Thread(watchman, "watchman");
        Thread tower = new Thread(new Tower(bell, secondStroke), "tower");
        Thread inspector = new Thread(new Inspector(watchman, bed, secondStroke), "inspector");
        bed.start();
        tower.start();
        inspector.start();
        tower.join();
        inspector.join();
        bed.join();
        AtomicInteger halls = new AtomicInteger();
        log.forEach(room -> {
            if (room.equals("hall")) halls.incrementAndGet();
        });
        if (halls.get() != Watchman.SHIFT) throw new AssertionError("log " + log);
    }
}
