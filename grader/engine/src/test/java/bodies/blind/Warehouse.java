package bodies.blind;

import bodies.Together;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Shelves, pallets and stock counts. */
public final class Warehouse {
    private Warehouse() {}

    private static final class RecentItems {
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        private final Map<String, Integer> places = new LinkedHashMap<>(8, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > 2;
            }
        };

        void put(String item, int place) {
            lock.writeLock().lock();
            try {
                places.put(item, place);
            } finally {
                lock.writeLock().unlock();
            }
        }

        Integer find(String item) {
            lock.readLock().lock();
            try {
                return places.get(item);
            } finally {
                lock.readLock().unlock();
            }
        }
    }

    /** The map is in access order, so get relinks its entries; two finds do so at once under the shared read lock. */
    @Wrong(Kind.DATA_RACE)
    static void recentItemsUnderReadLock() throws Exception {
        RecentItems recent = new RecentItems();
        recent.put("bolt", 1);
        recent.put("nut", 2);
        Together.run(
                () -> Together.same(1, recent.find("bolt")),
                () -> Together.same(2, recent.find("nut")));
    }

    private static final class Count {
        int pieces;
        int boxes;

        Count(int pieces) {
            this.pieces = pieces;
        }
    }

    /**
     * Each count object is handed from stage to stage and touched by one stage at a time; completion of a stage happens-
     * before its dependents and get.
     */
    @Right
    static void stockCountPipeline() throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Count> left = CompletableFuture.supplyAsync(() -> new Count(13), clerks);
            CompletableFuture<Count> right = CompletableFuture.supplyAsync(() -> new Count(7), clerks);
            CompletableFuture<Count> both = left.thenCombine(right, (a, b) -> {
                a.pieces += b.pieces;
                b.pieces = 0;
                return a;
            }).thenApplyAsync(sum -> {
                sum.boxes = sum.pieces / 5;
                return sum;
            }, clerks);
            Together.same(4, both.get().boxes);
            Together.same(20, left.join().pieces);
            Together.same(0, right.join().pieces);
        } finally {
            clerks.shutdown();
        }
    }

    private static final class Shelf {
        final AtomicInteger pieces;

        Shelf(int pieces) {
            this.pieces = new AtomicInteger(pieces);
        }
    }

    /** Locks the emptier shelf first. */
    private static void move(Shelf from, Shelf to) {
        boolean emptier = from.pieces.get() < to.pieces.get();
        Shelf first = emptier ? from : to;
        Shelf second = emptier ? to : from;
        synchronized (first) {
            synchronized (second) {
                from.pieces.decrementAndGet();
                to.pieces.incrementAndGet();
            }
        }
    }

    /**
     * The order of locking depends on stocks that change: one mover sees a &lt; b and locks a, a delivery makes a the
     * fuller, the other mover locks b first; each waits for the other's shelf.
     */
    @Wrong(Kind.DEADLOCK)
    static void emptierShelfFirst() throws Exception {
        Shelf a = new Shelf(4);
        Shelf b = new Shelf(8);
        Together.run(
                () -> move(a, b),
                () -> move(b, a),
                () -> a.pieces.addAndGet(20));
        Together.same(32, a.pieces.get() + b.pieces.get());
    }

    private static final class Pallet {
        volatile Pallet below;
    }

    private interface Pile {
        Pallet pop();

        void push(Pallet pallet);
    }

    private static final class PlainPile implements Pile {
        private final AtomicReference<Pallet> top = new AtomicReference<>();

        @Override
        public Pallet pop() {
            while (true) {
                Pallet seen = top.get();
                if (seen == null) {
                    return null;
                }
                Pallet below = seen.below;
                if (top.compareAndSet(seen, below)) {
                    return seen;
                }
            }
        }

        @Override
        public void push(Pallet pallet) {
            Pallet seen;
            do {
                seen = top.get();
                pallet.below = seen;
            } while (!top.compareAndSet(seen, pallet));
        }
    }

    private static final class StampedPile implements Pile {
        private final AtomicStampedReference<Pallet> top = new AtomicStampedReference<>(null, 0);

        @Override
        public Pallet pop() {
            int[] stamp = new int[1];
            while (true) {
                Pallet seen = top.get(stamp);
                if (seen == null) {
                    return null;
                }
                Pallet below = seen.below;
                if (top.compareAndSet(seen, below, stamp[0], stamp[0] + 1)) {
                    return seen;
                }
            }
        }

        @Override
        public void push(Pallet pallet) {
            int[] stamp = new int[1];
            Pallet seen;
            do {
                seen = top.get(stamp);
                pallet.below = seen;
            } while (!top.compareAndSet(seen, pallet, stamp[0], stamp[0] + 1));
        }
    }

    /** One truck takes a pallet; another takes the second from the top and lays the first back. All three must be there in the end. */
    private static void trucks(Pile pile) throws Exception {
        for (int i = 0; i < 3; i++) {
            pile.push(new Pallet());
        }
        AtomicInteger taken = new AtomicInteger();
        Together.run(
                () -> {
                    if (pile.pop() != null) {
                        taken.incrementAndGet();
                    }
                },
                () -> {
                    Pallet first = pile.pop();
                    if (pile.pop() != null) {
                        taken.incrementAndGet();
                    }
                    pile.push(first);
                });
        int left = 0;
        while (pile.pop() != null) {
            left++;
        }
        Together.same(3, taken.get() + left);
    }

    /**
     * ABA: truck 1 has read top A and below B; truck 2 pops A and B and pushes A; truck 1's compareAndSet succeeds and
     * makes the taken B top again: four pallets counted.
     */
    @Wrong(Kind.ASSERTION)
    static void palletLaidBack() throws Exception {
        trucks(new PlainPile());
    }

    /**
     * Every push and pop raises the stamp, so a compareAndSet with an old top fails though the same pallet is on top
     * again; `below` is volatile.
     */
    @Right
    static void palletLaidBackStamped() throws Exception {
        trucks(new StampedPile());
    }

    /** ComputeIfAbsent hands both threads the same ArrayList, and add runs outside of the map's protection. */
    @Wrong(Kind.DATA_RACE)
    static void itemsListedBesideTheMap() throws Exception {
        ConcurrentMap<String, List<String>> shelves = new ConcurrentHashMap<>();
        Together.run(
                () -> shelves.computeIfAbsent("A", k -> new ArrayList<>()).add("bolt"),
                () -> shelves.computeIfAbsent("A", k -> new ArrayList<>()).add("nut"));
    }

    /** The list is only touched inside compute, which is atomic per key in ConcurrentHashMap, and by main after join. */
    @Right
    static void itemsListedInsideTheMap() throws Exception {
        ConcurrentMap<String, List<String>> shelves = new ConcurrentHashMap<>();
        Together.Act[] clerks = new Together.Act[2];
        for (int i = 0; i < 2; i++) {
            String item = i == 0 ? "bolt" : "nut";
            clerks[i] = () -> shelves.compute("A", (shelf, items) -> {
                List<String> list = items == null ? new ArrayList<>() : items;
                list.add(item);
                return list;
            });
        }
        Together.run(clerks);
        Together.same(2, shelves.get("A").size());
    }

    /**
     * Each element of the array is written by one task only (no word tearing for boolean elements), and forEach returns
     * after all tasks have ended.
     */
    @Right
    static void binsInAnArray() throws Exception {
        boolean[] full = new boolean[4];
        IntStream.range(0, 4).parallel().forEach(bin -> full[bin] = true);
        for (boolean bin : full) {
            Together.yes(bin, "bin left empty");
        }
    }

    /** The two bits are different but live in the same plain long of the BitSet, which both threads read and write. */
    @Wrong(Kind.DATA_RACE)
    static void binsInABitSet() throws Exception {
        BitSet full = new BitSet(8);
        Together.run(
                () -> full.set(2),
                () -> full.set(5));
    }

    private static final class Ledger {
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        private int pieces;

        void receive(int delivered) {
            int mine;
            lock.writeLock().lock();
            try {
                pieces += delivered;
                mine = pieces;
                lock.readLock().lock();
            } finally {
                lock.writeLock().unlock();
            }
            try {
                Together.same(mine, pieces);
            } finally {
                lock.readLock().unlock();
            }
        }
    }

    /**
     * Downgrading: the read lock is taken while the write lock is held (allowed), so no other writer comes between the
     * update and the check, and no read lock is ever upgraded.
     */
    @Right
    static void ledgerDowngrade() throws Exception {
        Ledger ledger = new Ledger();
        Together.run(
                () -> ledger.receive(3),
                () -> ledger.receive(4),
                () -> ledger.receive(5));
        Together.same(12, ledger.pieces);
    }
}
