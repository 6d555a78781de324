package bodies.blind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Stories from a market square. */
public final class Market {
    private Market() {}

    /*
     * Right. Every array element is a variable of its own and JLS 17.6 forbids word tearing even for bytes; the two threads touch disjoint
     * elements, and join() orders the helper's writes before the sum. 50 + 150 + 250 (as unsigned bytes) + 3 * 0x81 = 837.
     */
    @Right
    static void stallTally() throws Exception {
        byte[] crates = new byte[6];
        Thread odd = new Thread(() -> {
            for (int i = 1; i < crates.length; i += 2) crates[i] += (byte) (i * 50);
        });
        odd.start();
        for (int i = 0; i < crates.length; i += 2) crates[i] ^= (byte) 0x81;
        odd.join();
        int sum = 0;
        for (byte b : crates) sum += b & 0xFF;
        if (sum != 837) throw new AssertionError("tally " + sum);
    }

    /*
     * Wrong. java.util.Random is thread-safe, but which thread gets the first number of the sequence is open: when the rival draws first, the
     * main thread holds the second number of seed 11, which differs from the first.
     */
    @Wrong(Kind.ASSERTION)
    static void diceStall() throws Exception {
        Random dice = new Random(11);
        Thread rival = new Thread(dice::nextInt);
        rival.start();
        int mine = dice.nextInt();
        rival.join();
        if (mine != new Random(11).nextInt()) throw new AssertionError("the rival threw first: " + mine);
    }

    private record Bid(String who, int cents) {}

    private static final class Slate {
        private final AtomicReference<Bid> top = new AtomicReference<>(new Bid("nobody", 0));

        void outbid(Bid mine) {
            Bid seen = top.get();
            boolean written = false;
            while (!written) {
                if (seen.cents() >= mine.cents()) return;
                written = top.compareAndSet(seen, mine);
            }
        }
    }

    /*
     * Wrong. outbid() reads the slate once, outside its loop. If the other bidder writes between that read and the compareAndSet, the expected
     * reference never comes back (nobody ever writes an old Bid again), so the loop spins for ever, failing each time.
     */
    @Wrong(Kind.NO_PROGRESS)
    static void staleBid() throws Exception {
        Slate slate = new Slate();
        Thread ada = new Thread(() -> slate.outbid(new Bid("ada", 250)));
        Thread bo = new Thread(() -> slate.outbid(new Bid("bo", 300)));
        ada.start();
        bo.start();
        ada.join();
        bo.join();
    }

    private record Quote(long cents, int version) {}

    private interface Guarded {
        default <T> T inside(Supplier<T> work) {
            synchronized (this) {
                return work.get();
            }
        }
    }

    /** The truth about prices; its map is only touched inside the store's monitor. */
    private static final class Store implements Guarded {
        private final Map<String, Quote> quotes = new HashMap<>();

        Store(String... goods) {
            long cents = 100;
            for (String g : goods) {
                quotes.put(g, new Quote(cents, 1));
                cents += 25;
            }
        }

        Quote load(String good) {
            return inside(() -> quotes.get(good));
        }

        Quote raise(String good, long by) {
            return inside(() -> {
                Quote old = quotes.get(good);
                Quote next = new Quote(old.cents() + by, old.version() + 1);
                quotes.put(good, next);
                return next;
            });
        }
    }

    /** What hangs over the stalls: a copy of some quotes. */
    private static final class PriceBoard {
        private final Store store;
        private final ConcurrentHashMap<String, Quote> shown = new ConcurrentHashMap<>();

        PriceBoard(Store store) {
            this.store = store;
        }

        Quote show(String good) {
            Quote hit = shown.get(good);
            if (hit != null) return hit;
            Quote fresh = store.load(good);
            // do not hang up what has changed meanwhile
            if (store.load(good).version() == fresh.version()) shown.put(good, fresh);
            return fresh;
        }

        void forget(String good) {
            shown.remove(good);
        }
    }

    private static final class Shopper implements Runnable {
        private final PriceBoard board;
        private final List<String> diary;
        private final String[] list;

        Shopper(PriceBoard board, List<String> diary, String... list) {
            this.board = board;
            this.diary = diary;
            this.list = list;
        }

        @Override
        public void run() {
            long sum = 0;
            for (String good : list) sum += board.show(good).cents();
            diary.add("basket " + sum);
        }
    }

    private static final class Trader implements Runnable {
        private final Store store;
        private final PriceBoard board;

        Trader(Store store, PriceBoard board) {
            this.store = store;
            this.board = board;
        }

        @Override
        public void run() {
            store.raise("plums", 5);
            board.forget("plums");
        }
    }

    /*
     * Wrong. The version check in show() and the put after it are two steps. If the trader's raise and forget both fall between them, the old
     * quote is hung up after it was forgotten, and nobody takes it down again: the final comparison fails. Everything shared is immutable,
     * concurrent or guarded by the store's monitor, so there is no data race, and nothing blocks.
     */
    @Wrong(value = Kind.ASSERTION, schedules = 2000)
    static void priceBoard() throws Exception {
        String[] goods = {"figs", "plums"};
        Store store = new Store(goods);
        PriceBoard board = new PriceBoard(store);
        List<String> diary = Collections.synchronizedList(new ArrayList<>());
        Thread first = new Thread(new Shopper(board, diary, "plums", "figs"));
        Thread second = new Thread(new Shopper(board, diary, "figs", "figs"));
        Thread trader = new Thread(new Trader(store, board));
        first.start();
        second.start();
        trader.start();
        first.join();
        second.join();
        trader.join();
        if (diary.size() != 2) throw new AssertionError("diary " + diary);
        for (String good : goods) {
            Quote shown = board.show(good);
            Quote real = store.load(good);
            if (!shown.equals(real)) throw new AssertionError(good + ": board says " + shown + ", store says " + real);
        }
    }

    /** A lot is knocked down when everybody has offered; until then the offerers wait for the hammer. */
    private static final class Lot {
        private final ReentrantLock gate = new ReentrantLock();
        private final Condition hammer = gate.newCondition();
        private final int expected;
        private int received;
        private Bid best;

        Lot(int expected) {
            this.expected = expected;
        }

        Bid offer(Bid bid) throws InterruptedException {
            gate.lock();
            try {
                received++;
                if (best == null || bid.cents() > best.cents()) best = bid;
                if (received == expected) hammer.signalAll();
                while (received < expected) hammer.await();
                return best;
            } finally {
                gate.unlock();
            }
        }
    }

    /** A desk with room for one payment. */
    private static final class Desk {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition room = lock.newCondition();
        private final Condition money = lock.newCondition();
        private int onDesk = -1;

        void pay(int cents) {
            lock.lock();
            try {
                while (onDesk >= 0) room.awaitUninterruptibly();
                onDesk = cents;
                money.signal();
            } finally {
                lock.unlock();
            }
        }

        int collect() {
            lock.lock();
            try {
                while (onDesk < 0) money.awaitUninterruptibly();
                int cents = onDesk;
                onDesk = -1;
                room.signal();
                return cents;
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Bidder extends Thread {
        private final int index;
        private final Lot[] lots;
        private final Desk desk;
        int spent;

        Bidder(int index, Lot[] lots, Desk desk) {
            super("bidder-" + index);
            this.index = index;
            this.lots = lots;
            this.desk = desk;
        }

        static int limit(int bidder, int lot) {
            return 100 + (bidder * 7 + lot * 5) % 11 * 10;
        }

        @Override
        public void run() {
            try {
                for (int l = 0; l < lots.length; l++) {
                    Bid mine = new Bid(getName(), limit(index, l));
                    Bid winner = lots[l].offer(mine);
                    if (winner == mine) {
                        desk.pay(mine.cents());
                        spent += mine.cents();
                    }
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static final class Cashier extends Thread {
        private final Desk desk;
        private final int payments;
        int takings;

        Cashier(Desk desk, int payments) {
            this.desk = desk;
            this.payments = payments;
        }

        @Override
        public void run() {
            for (int i = 0; i < payments; i++) takings += desk.collect();
        }
    }

    /*
     * Right. All bidders visit the lots in the same order, and each waits in a loop until all offers are in, so the hammer always falls. The
     * limits of one lot are pairwise different (0, 7, 14 are different modulo 11), hence exactly one bidder wins it and pays once; the cashier
     * collects exactly as many payments as there are lots. Only payers wait for room and only the cashier waits for money, so signal() suffices.
     * Fields 'spent' and 'takings' are read after join().
     */
    @Right
    static void auctionHouse() throws Exception {
        int people = 3;
        Lot[] lots = {new Lot(people), new Lot(people)};
        Desk desk = new Desk();
        Cashier cashier = new Cashier(desk, lots.length);
        cashier.start();
        Bidder[] bidders = new Bidder[people];
        for (int b = 0; b < people; b++) {
            bidders[b] = new Bidder(b, lots, desk);
            bidders[b].start();
        }
        int spent = 0;
        for (Bidder b : bidders) {
            b.join();
            spent += b.spent;
        }
        cashier.join();
        int expected = 0;
        for (int l = 0; l < lots.length; l++) {
            int most = 0;
            for (int b = 0; b < people; b++) most = Math.max(most, Bidder.limit(b, l));
            expected += most;
        }
        if (spent != expected) throw new AssertionError("spent " + spent);
        if (cashier.takings != expected) throw new AssertionError("takings " + cashier.takings);
    }
}
