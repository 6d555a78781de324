package bodies.blind;

import bodies.Together;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Larger programs, and some odd corners of the library. */
public final class Depot {
    private Depot() {}

    /** Exchange rates, each loaded by the first who asks and by nobody else until it is stale. */
    static final class RateCache {
        static final class Entry {
            final FutureTask<Integer> load;
            final long bornAt;

            Entry(FutureTask<Integer> load, long bornAt) {
                this.load = load;
                this.bornAt = bornAt;
            }
        }

        final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();
        final ConcurrentHashMap<String, AtomicInteger> loads = new ConcurrentHashMap<>();
        final AtomicLong clock = new AtomicLong();
        final long ttl;

        RateCache(long ttl) {
            this.ttl = ttl;
        }

        boolean stale(Entry entry) {
            return clock.get() - entry.bornAt > ttl;
        }

        /** The remote source: the first question for GBP fails. */
        int fetch(String key) throws IOException {
            int n = loads.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
            if (key.equals("GBP") && n == 1) {
                throw new IOException("source is away");
            }
            return n * 100;
        }

        int get(String key) throws Exception {
            for (int attempt = 1;; attempt++) {
                Entry entry = entries.get(key);
                if (entry != null && stale(entry)) {
                    entries.remove(key);
                    entry = null;
                }
                if (entry == null) {
                    Entry fresh = new Entry(new FutureTask<>(() -> fetch(key)), clock.get());
                    entry = entries.putIfAbsent(key, fresh);
                    if (entry == null) {
                        entry = fresh;
                        fresh.load.run();
                    }
                }
                try {
                    return entry.load.get();
                } catch (ExecutionException e) {
                    entries.remove(key, entry);
                    if (attempt == 3) {
                        throw e;
                    }
                }
            }
        }

        void sweep() {
            for (Map.Entry<String, Entry> each : entries.entrySet()) {
                if (stale(each.getValue())) {
                    entries.remove(each.getKey(), each.getValue());
                }
            }
        }

        long loadsOf(String key) {
            AtomicInteger n = loads.get(key);
            return n == null ? 0 : n.get();
        }
    }

    /**
     * Two readers both see the stale entry; the first removes it and puts a fresh one, the second's remove(key) throws the
     * fresh one out and loads a third time (remove(key, entry) would be right).
     */
    @Wrong(Kind.ASSERTION)
    static void expiringCacheLoadsOncePerPeriod() throws Exception {
        RateCache cache = new RateCache(5);
        Together.same(100, cache.get("EUR"));
        Together.same(100, cache.get("EUR"));
        cache.clock.set(10);
        Together.run(
                () -> cache.get("EUR"),
                () -> cache.get("EUR"),
                () -> {
                    cache.sweep();
                    cache.get("GBP");
                });
        Together.same(2, cache.loadsOf("GBP"));
        Together.same(2, cache.loadsOf("EUR"));
    }

    enum Stage { NEW, RESTING, FILLED, CANCELLED }

    static final class Order {
        final boolean buy;
        final int price;
        final AtomicReference<Stage> stage = new AtomicReference<>(Stage.NEW);
        int turn; // guarded by the book's lock

        Order(boolean buy, int price) {
            this.buy = buy;
            this.price = price;
        }

        /** Needs no lock: only an order that rests can be withdrawn, and only once. */
        boolean cancel() {
            return stage.compareAndSet(Stage.RESTING, Stage.CANCELLED);
        }
    }

    record Trade(Order resting, Order incoming) {}

    static final class Book {
        final ReentrantLock lock = new ReentrantLock();
        final PriorityQueue<Order> asks = new PriorityQueue<>(
                Comparator.<Order>comparingInt(o -> o.price).thenComparingInt(o -> o.turn));
        final PriorityQueue<Order> bids = new PriorityQueue<>(
                Comparator.<Order>comparingInt(o -> -o.price).thenComparingInt(o -> o.turn));
        final BlockingQueue<Trade> tape;
        int turns;

        Book(BlockingQueue<Trade> tape) {
            this.tape = tape;
        }

        void submit(Order order) {
            Trade trade = null;
            lock.lock();
            try {
                PriorityQueue<Order> others = order.buy ? asks : bids;
                Order top;
                while ((top = others.peek()) != null && crosses(order, top)) {
                    others.poll();
                    if (top.stage.compareAndSet(Stage.RESTING, Stage.FILLED)) {
                        order.stage.set(Stage.FILLED);
                        trade = new Trade(top, order);
                        break;
                    }
                }
                if (trade == null) {
                    order.turn = turns++;
                    (order.buy ? bids : asks).add(order);
                    order.stage.set(Stage.RESTING);
                }
            } finally {
                lock.unlock();
            }
            if (trade != null) {
                tape.add(trade);
            }
        }

        static boolean crosses(Order a, Order b) {
            return a.buy ? a.price >= b.price : b.price >= a.price;
        }
    }

    /**
     * The queues and `turn` are touched under the lock only; a resting order leaves RESTING by one CAS, either to FILLED
     * (under the lock) or to CANCELLED; a NEW order cannot be cancelled, so the plain set on it is safe; the clearer's
     * sums are its own until join.
     */
    @Right
    static void matchingEngineWithLockFreeCancel() throws Exception {
        LinkedBlockingQueue<Trade> tape = new LinkedBlockingQueue<>();
        Book book = new Book(tape);
        Order[] asks = {new Order(false, 100), new Order(false, 102)};
        Order[] bids = {new Order(true, 102), new Order(true, 99)};
        Trade end = new Trade(null, null);
        long[] cleared = new long[2];
        boolean[] withdrawn = new boolean[2];
        Thread clearer = Together.start(() -> {
            for (Trade trade = tape.take(); trade != end; trade = tape.take()) {
                Order buyer = trade.incoming().buy ? trade.incoming() : trade.resting();
                Order seller = trade.incoming().buy ? trade.resting() : trade.incoming();
                int price = trade.resting().price;
                Together.yes(seller.price <= price && price <= buyer.price, "traded through the limit");
                cleared[0]++;
                cleared[1] += price;
            }
        });
        Together.run(
                () -> {
                    book.submit(asks[0]);
                    book.submit(asks[1]);
                },
                () -> {
                    book.submit(bids[0]);
                    book.submit(bids[1]);
                },
                () -> {
                    withdrawn[0] = asks[0].cancel();
                    withdrawn[1] = bids[0].cancel();
                });
        tape.add(end);
        clearer.join();
        int sold = 0;
        int bought = 0;
        for (Order ask : asks) {
            sold += ask.stage.get() == Stage.FILLED ? 1 : 0;
            for (Order bid : bids) {
                boolean both = ask.stage.get() == Stage.RESTING && bid.stage.get() == Stage.RESTING;
                Together.yes(!(both && Book.crosses(bid, ask)), "book is crossed");
            }
        }
        for (Order bid : bids) {
            bought += bid.stage.get() == Stage.FILLED ? 1 : 0;
        }
        Together.same(sold, bought);
        Together.same(sold, cleared[0]);
        Together.yes(withdrawn[0] == (asks[0].stage.get() == Stage.CANCELLED), "cancel lied about the ask");
        Together.yes(withdrawn[1] == (bids[0].stage.get() == Stage.CANCELLED), "cancel lied about the bid");
    }

    static final class Graph {
        static final class Node {
            final String name;
            final int weight;
            final List<Node> needs = new ArrayList<>();
            final List<Node> feeds = new ArrayList<>();
            final AtomicInteger missing = new AtomicInteger();
            final AtomicInteger runs = new AtomicInteger();
            final AtomicInteger result = new AtomicInteger();

            Node(String name, int weight) {
                this.name = name;
                this.weight = weight;
            }
        }

        final Map<String, Node> nodes = new LinkedHashMap<>();
        final ExecutorService pool;
        CountDownLatch done;

        Graph(ExecutorService pool) {
            this.pool = pool;
        }

        Node add(String name, int weight, String... needs) {
            Node node = new Node(name, weight);
            for (String need : needs) {
                Node from = nodes.get(need);
                if (from == null) {
                    throw new IllegalArgumentException(need);
                }
                node.needs.add(from);
                from.feeds.add(node);
            }
            node.missing.set(needs.length);
            nodes.put(name, node);
            return node;
        }

        void work(Node node) {
            node.runs.incrementAndGet();
            int sum = node.weight;
            for (Node need : node.needs) {
                sum += need.result.get();
            }
            node.result.set(sum);
            for (Node next : node.feeds) {
                next.missing.decrementAndGet();
                if (next.missing.get() == 0) {
                    pool.execute(() -> work(next));
                }
            }
            done.countDown();
        }

        void go() throws InterruptedException {
            done = new CountDownLatch(nodes.size());
            List<Node> roots = new ArrayList<>();
            for (Node node : nodes.values()) {
                if (node.needs.isEmpty()) {
                    roots.add(node);
                }
            }
            for (Node root : roots) {
                pool.execute(() -> work(root));
            }
            done.await();
        }
    }

    /**
     * Two predecessors both decrement before either reads `missing`, both read 0 and both submit the sink: it runs twice
     * (results are atomics, so no race; the second submission always precedes the shutdown).
     */
    @Wrong(Kind.ASSERTION)
    static void taskGraphRunsEachNodeOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Graph graph = new Graph(pool);
        graph.add("upload", 1);
        graph.add("thumbnail", 10, "upload");
        graph.add("scan", 20, "upload");
        Graph.Node publish = graph.add("publish", 100, "thumbnail", "scan");
        graph.go();
        pool.shutdown();
        Together.yes(pool.awaitTermination(1, TimeUnit.DAYS), "pool goes on");
        Together.same(132, publish.result.get());
        for (Graph.Node node : graph.nodes.values()) {
            Together.same(1, node.runs.get());
        }
    }

    /** Free slots chained by index; nothing is ever allocated. */
    static final class Slots {
        final AtomicInteger head = new AtomicInteger();
        final AtomicIntegerArray next;

        Slots(int n) {
            next = new AtomicIntegerArray(n);
            for (int i = 0; i < n; i++) {
                next.set(i, i + 1 < n ? i + 1 : -1);
            }
        }

        int take() {
            while (true) {
                int first = head.get();
                if (first < 0) {
                    return -1;
                }
                int second = next.get(first);
                if (head.compareAndSet(first, second)) {
                    return first;
                }
            }
        }

        void give(int slot) {
            int first;
            do {
                first = head.get();
                next.set(slot, first);
            } while (!head.compareAndSet(first, slot));
        }
    }

    /** The same, with a version beside the index (plus one) of the head. */
    static final class VersionedSlots {
        final AtomicLong head = new AtomicLong(1);
        final AtomicIntegerArray next;

        VersionedSlots(int n) {
            next = new AtomicIntegerArray(n);
            for (int i = 0; i < n; i++) {
                next.set(i, i + 1 < n ? i + 1 : -1);
            }
        }

        static long word(long old, int index) {
            return ((old >>> 32) + 1) << 32 | (index + 1);
        }

        int take() {
            while (true) {
                long seen = head.get();
                int first = (int) seen - 1;
                if (first < 0) {
                    return -1;
                }
                if (head.compareAndSet(seen, word(seen, next.get(first)))) {
                    return first;
                }
            }
        }

        void give(int slot) {
            long seen;
            do {
                seen = head.get();
                next.set(slot, (int) seen - 1);
            } while (!head.compareAndSet(seen, word(seen, slot)));
        }
    }

    /**
     * ABA: one reads head 0 and next 1; the other takes 0, takes 1, gives 0 back (0 -&gt; 2); the first's CAS puts head at
     * 1, which is still owned, and its second take hands 1 out again.
     */
    @Wrong(Kind.ASSERTION)
    static void slotsChainedByIndex() throws Exception {
        Slots slots = new Slots(4);
        AtomicIntegerArray owners = new AtomicIntegerArray(4);
        Together.run(
                () -> {
                    for (int i = 0; i < 2; i++) {
                        int mine = slots.take();
                        if (mine >= 0) {
                            Together.same(1, owners.incrementAndGet(mine));
                        }
                    }
                },
                () -> {
                    int first = slots.take();
                    if (first >= 0) {
                        Together.same(1, owners.incrementAndGet(first));
                    }
                    int second = slots.take();
                    if (second >= 0) {
                        Together.same(1, owners.incrementAndGet(second));
                    }
                    if (first >= 0) {
                        owners.decrementAndGet(first);
                        slots.give(first);
                    }
                });
    }

    /**
     * Each successful CAS raises the version, so a head word never comes back and a stale `next` never gets in; an index
     * is owned by one thread at a time.
     */
    @Right
    static void slotsChainedByVersionedIndex() throws Exception {
        VersionedSlots slots = new VersionedSlots(4);
        AtomicIntegerArray owners = new AtomicIntegerArray(4);
        Together.run(
                () -> {
                    for (int i = 0; i < 2; i++) {
                        int mine = slots.take();
                        Together.yes(mine >= 0, "four are enough");
                        Together.same(1, owners.incrementAndGet(mine));
                    }
                },
                () -> {
                    int first = slots.take();
                    Together.same(1, owners.incrementAndGet(first));
                    int second = slots.take();
                    Together.same(1, owners.incrementAndGet(second));
                    owners.decrementAndGet(first);
                    slots.give(first);
                });
        Set<Integer> free = new HashSet<>();
        for (int slot = slots.take(); slot >= 0; slot = slots.take()) {
            Together.yes(free.add(slot), "twice in the chain");
            Together.same(0, owners.get(slot));
        }
        Together.same(1, free.size());
    }

    /**
     * InheritableThreadLocal hands the child the parent's very ArrayDeque (childValue is not overridden), and both push on
     * it with nothing between.
     */
    @Wrong(Kind.DATA_RACE)
    static void requestTrailPerThread() throws Exception {
        InheritableThreadLocal<Deque<String>> trail = new InheritableThreadLocal<>();
        trail.set(new ArrayDeque<>());
        trail.get().push("request");
        Thread audit = Together.start(() -> {
            trail.get().push("audit");
            trail.get().pop();
        });
        trail.get().push("render");
        trail.get().pop();
        audit.join();
        trail.remove();
    }

    /**
     * TimerTask.cancel returns true exactly when it prevents the one run, else the run has begun and the latch comes; the
     * timer's single thread has passed the task's time when the later sentinel has run.
     */
    @Right
    static void timerTaskCancelTellsTheTruth() throws Exception {
        Timer timer = new Timer(true);
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch fired = new CountDownLatch(1);
        CountDownLatch sentinel = new CountDownLatch(1);
        boolean[] prevented = new boolean[1];
        TimerTask reminder = new TimerTask() {
            @Override
            public void run() {
                ran.incrementAndGet();
                fired.countDown();
            }
        };
        timer.schedule(reminder, 5);
        Together.run(() -> {
            Thread.sleep(5);
            prevented[0] = reminder.cancel();
        });
        if (!prevented[0]) {
            fired.await();
        }
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                sentinel.countDown();
            }
        }, 10);
        sentinel.await();
        timer.cancel();
        Together.same(prevented[0] ? 0 : 1, ran.get());
    }
}
