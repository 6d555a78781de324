package bodies.blind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Time;
import telar.engine.Wrong;

/** A restaurant: soups, stoves, slips, courses, bread. */
public final class Courses {
    private Courses() {}

    private static String simmer(String dish, CountDownLatch stockReady) {
        try {
            stockReady.await();
            return dish + ", fresh";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return dish + ", cold";
        }
    }

    // If the cook comes first, its mapping function waits for the stock inside computeIfAbsent, which is atomic: the helper's
    // putIfAbsent of the same
    // key must block until the function has returned - but only after it would the helper count the latch down. Both wait for
    // ever. (If the helper
    // comes first, the function is never called and all is well.)
    @Wrong(Kind.DEADLOCK)
    static void recipeBook() throws Exception {
        ConcurrentMap<String, String> pots = new ConcurrentHashMap<>();
        CountDownLatch stockReady = new CountDownLatch(1);
        Thread cook = new Thread(() -> pots.computeIfAbsent("onion soup", dish -> simmer(dish, stockReady)));
        Thread helper = new Thread(() -> {
            pots.putIfAbsent("onion soup", "onion soup, from yesterday");
            stockReady.countDown();
        });
        cook.start();
        helper.start();
        cook.join();
        helper.join();
        if (!pots.get("onion soup").startsWith("onion soup")) {
            throw new AssertionError(pots.toString());
        }
    }

    private static final class BurntException extends Exception {
        private static final long serialVersionUID = 1L;

        BurntException(String what) {
            super(what);
        }
    }

    /** A plain object, used by one cook at a time. */
    private static final class Burner {
        private int used;
        private String pan;
    }

    private static final class Stove {
        private final Semaphore free = new Semaphore(2);
        private final Queue<Burner> burners = new ConcurrentLinkedQueue<>(List.of(new Burner(), new Burner()));

        String cook(String dish) throws BurntException, InterruptedException {
            free.acquire();
            try {
                Burner burner = burners.remove(); // would throw if there were none
                try {
                    if (burner.pan != null) {
                        throw new AssertionError("still on the stove: " + burner.pan);
                    }
                    burner.pan = dish;
                    burner.used++;
                    Thread.sleep(dish.length());
                    if (dish.contains("caramel")) {
                        throw new BurntException(dish);
                    }
                    return burner.pan + " is ready";
                } finally {
                    burner.pan = null;
                    burners.add(burner);
                }
            } finally {
                free.release();
            }
        }
    }

    // Two permits, two burners; a burner is put back before its permit is released, also when a dish burns, so that a cook with a
    // permit always finds
    // one. A burner passes from cook to cook through the concurrent queue, which orders the plain accesses; main takes both out
    // after the joins.
    // The sleep orders nothing and nothing depends on it.
    @Right(time = Time.ADVERSARIAL)
    static void stoveBurners() throws Exception {
        Stove stove = new Stove();
        AtomicInteger burnt = new AtomicInteger();
        List<Thread> cooks = new ArrayList<>();
        for (String dish : List.of("eggs", "caramel", "rice")) {
            Thread cook = new Thread(() -> {
                try {
                    if (!stove.cook(dish).startsWith(dish)) {
                        throw new AssertionError("pans mixed up");
                    }
                } catch (BurntException e) {
                    burnt.incrementAndGet();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            cooks.add(cook);
            cook.start();
        }
        for (Thread cook : cooks) {
            cook.join();
        }
        int used = 0;
        for (Burner burner = stove.burners.poll(); burner != null; burner = stove.burners.poll()) {
            used += burner.used;
        }
        if (used != 3 || burnt.get() != 1 || stove.free.availablePermits() != 2) {
            throw new AssertionError("used " + used + ", burnt " + burnt);
        }
    }

    private static final class Slip {
        private static final String PREFIX = "table ";
        private final AtomicReference<String> text;

        Slip(int table) {
            text = new AtomicReference<>(PREFIX + table);
        }

        void cancel() {
            text.set(PREFIX + "cancelled");
        }

        int table() {
            return Integer.parseInt(text.get().substring(PREFIX.length()));
        }
    }

    private static final class Pass {
        private final Lock rail = new ReentrantLock();
        private final Map<Integer, List<String>> plates = new TreeMap<>();
        private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

        private void hang(Slip slip, String dish) {
            rail.lock();
            int table = slip.table(); // the lock is held here, but no try yet
            try {
                plates.computeIfAbsent(table, t -> new ArrayList<>()).add(dish);
            } finally {
                rail.unlock();
            }
        }

        void serve(Slip slip, String dish) {
            try {
                hang(slip, dish);
            } catch (NumberFormatException e) {
                complaints.add(dish + " for nobody");
            }
        }

        int platesOut() {
            rail.lock();
            try {
                return plates.values().stream().mapToInt(List::size).sum();
            } finally {
                rail.unlock();
            }
        }
    }

    // If the guest cancels before the waiter has read the slip, parseInt throws after lock() and before the try: the exception is
    // caught further up,
    // but the lock is never released. The waiter ends with it in hand, and main waits for the rail for ever. All data are guarded
    // or atomic.
    @Wrong(Kind.DEADLOCK)
    static void cancelledSlip() throws Exception {
        Pass pass = new Pass();
        Slip slip = new Slip(4);
        Thread waiter = new Thread(() -> pass.serve(slip, "trout"));
        Thread guest = new Thread(slip::cancel);
        waiter.start();
        guest.start();
        waiter.join();
        int out = pass.platesOut();
        guest.join();
        if (out + pass.complaints.size() != 1) {
            throw new AssertionError(out + " plates, " + pass.complaints);
        }
    }

    private enum Course {
        STARTER("6.50"), MAIN("14.20"), DESSERT("5.00");

        private final BigDecimal price;

        Course(String price) {
            this.price = new BigDecimal(price);
        }
    }

    private sealed interface Ticket permits Order, Closing {
        int rank();
    }

    private record Order(int table, Course course) implements Ticket {
        Order {
            Objects.requireNonNull(course);
        }

        @Override
        public int rank() {
            return course.ordinal();
        }
    }

    private record Closing() implements Ticket {
        @Override
        public int rank() {
            return Integer.MAX_VALUE;
        }
    }

    private static final class Bill {
        private final List<Course> eaten = new ArrayList<>();
        private BigDecimal sum = BigDecimal.ZERO;

        synchronized void add(Course course) {
            eaten.add(course);
            sum = sum.add(course.price);
        }

        synchronized BigDecimal withService() {
            return sum.multiply(new BigDecimal("1.10")).setScale(2, RoundingMode.HALF_UP);
        }

        synchronized Course[] eaten() {
            return eaten.toArray(new Course[0]);
        }
    }

    private static final class Evening {
        private final PriorityBlockingQueue<Ticket> spike = new PriorityBlockingQueue<>(4, Comparator.comparingInt(Ticket::rank));
        private final ConcurrentSkipListMap<Integer, Bill> bills = new ConcurrentSkipListMap<>();
        private final AtomicInteger cooked = new AtomicInteger();

        final class Waiter implements Runnable {
            private final int table;
            private final Course[] wishes;

            Waiter(int table, Course... wishes) {
                this.table = table;
                this.wishes = wishes.clone();
            }

            @Override
            public void run() {
                for (Course wish : wishes) {
                    spike.put(new Order(table, wish));
                }
            }
        }

        final class Cook implements Runnable {
            @Override
            public void run() {
                try {
                    for (Ticket ticket = spike.take(); ticket instanceof Order order; ticket = spike.take()) {
                        billOf(order.table()).add(order.course());
                        cooked.incrementAndGet();
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        private Bill billOf(int table) {
            Bill known = bills.get(table);
            if (known == null) {
                Bill fresh = new Bill();
                known = bills.putIfAbsent(table, fresh);
                if (known == null) {
                    known = fresh;
                }
            }
            return known;
        }
    }

    // The closing tickets come onto the spike after both waiters have ended, so when a cook takes one, which ranks last, no order
    // is left. There is one
    // closing ticket per cook, and a cook stops at its first. Bills are guarded by their own monitors; putIfAbsent lets only one
    // bill per table
    // exist (the loser uses the winner's). So every order is cooked once and billed once.
    @Right(steps = 200_000)
    static void courseOrder() throws Exception {
        Evening evening = new Evening();
        Thread[] waiters = {
            new Thread(evening.new Waiter(3, Course.DESSERT, Course.MAIN)),
            new Thread(evening.new Waiter(8, Course.STARTER, Course.MAIN)),
        };
        Thread[] cooks = {new Thread(evening.new Cook()), new Thread(evening.new Cook())};
        for (Thread waiter : waiters) {
            waiter.start();
        }
        for (Thread cook : cooks) {
            cook.start();
        }
        for (Thread waiter : waiters) {
            waiter.join();
        }
        for (int i = 0; i < cooks.length; i++) {
            evening.spike.put(new Closing());
        }
        for (Thread cook : cooks) {
            cook.join();
        }
        if (!evening.spike.isEmpty() || evening.cooked.get() != 4) {
            throw new AssertionError("cooked " + evening.cooked + ", left " + evening.spike);
        }
        Map<Integer, String> printed = evening.bills.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().withService().toPlainString()));
        // 5.00 + 14.20 = 19.20, with a tenth 21.12; 6.50 + 14.20 = 20.70, with a tenth 22.77
        if (!printed.equals(Map.of(3, "21.12", 8, "22.77")) || evening.bills.firstEntry().getValue().eaten().length != 2) {
            throw new AssertionError(printed.toString());
        }
    }

    private static final class BreadShelf {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition room = lock.newCondition();
        private final Condition bread = lock.newCondition();
        private final ArrayDeque<Integer> loaves = new ArrayDeque<>(2);
        private final BitSet seen = new BitSet();

        void lay(int loaf) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (loaves.size() == 2) {
                    room.await();
                }
                loaves.addLast(loaf);
                bread.signal();
            } finally {
                lock.unlock();
            }
        }

        int fetch() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (loaves.isEmpty()) {
                    bread.await();
                }
                int loaf = loaves.removeFirst();
                if (seen.get(loaf)) {
                    throw new AssertionError("the same loaf twice: " + loaf);
                }
                seen.set(loaf);
                room.signal();
                return loaf;
            } finally {
                lock.unlock();
            }
        }
    }

    // A bounded buffer with two conditions: each waits in a loop under the lock, every new loaf signals one fetcher and every
    // free place one baker, so no
    // wake-up is lost. Four loaves are laid and four fetched; deque and bit set are touched under the lock only (main's last look too).
    @Right
    static void breadShelf() throws Exception {
        BreadShelf shelf = new BreadShelf();
        AtomicInteger weight = new AtomicInteger();
        Runnable guest = () -> {
            try {
                weight.addAndGet(shelf.fetch());
                weight.addAndGet(shelf.fetch());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        Thread left = new Thread(guest);
        Thread right = new Thread(guest);
        left.start();
        right.start();
        for (int loaf : IntStream.rangeClosed(1, 4).toArray()) {
            shelf.lay(loaf);
        }
        left.join();
        right.join();
        shelf.lock.lock();
        try {
            if (shelf.seen.cardinality() != 4 || !shelf.loaves.isEmpty() || weight.get() != 10) {
                throw new AssertionError(shelf.seen + " weigh " + weight);
            }
        } finally {
            shelf.lock.unlock();
        }
    }
}
