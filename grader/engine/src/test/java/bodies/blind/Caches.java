package bodies.blind;

import bodies.Together;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Things kept so that they need not be made again. */
public final class Caches {
    private Caches() {}

    private static final class Buffer {
        volatile Buffer next;
        final AtomicBoolean lent = new AtomicBoolean();
    }

    private static final class Pool {
        final AtomicReference<Buffer> top = new AtomicReference<>();

        Buffer borrow() {
            for (;;) {
                Buffer first = top.get();
                if (first == null) {
                    return null;
                }
                Buffer rest = first.next;
                if (top.compareAndSet(first, rest)) {
                    Together.yes(first.lent.compareAndSet(false, true), "lent twice");
                    return first;
                }
            }
        }

        void giveBack(Buffer buffer) {
            buffer.lent.set(false);
            for (;;) {
                Buffer first = top.get();
                buffer.next = first;
                if (top.compareAndSet(first, buffer)) {
                    return;
                }
            }
        }
    }

    /**
     * ABA: one thread reads top A and next B and pauses; the other borrows A and B and gives A back; the first's
     * compareAndSet(A, B) succeeds and its second borrow gets B, which the other still has.
     */
    @Wrong(Kind.ASSERTION)
    static void bufferPool() throws Exception {
        Pool pool = new Pool();
        pool.giveBack(new Buffer());
        pool.giveBack(new Buffer());
        Together.run(
            () -> {
                pool.borrow();
                pool.borrow();
            },
            () -> {
                Buffer one = pool.borrow();
                Buffer two = pool.borrow();
                if (one != null && two != null) {
                    pool.giveBack(one);
                }
            });
    }

    private static final class Memo {
        final ConcurrentHashMap<String, FutureTask<int[]>> known = new ConcurrentHashMap<>();
        final AtomicInteger loads = new AtomicInteger();

        int[] get(String key) throws Exception {
            FutureTask<int[]> task = known.get(key);
            if (task == null) {
                FutureTask<int[]> mine = new FutureTask<>(() -> {
                    loads.incrementAndGet();
                    int[] result = new int[1];
                    result[0] = key.length();
                    return result;
                });
                task = known.putIfAbsent(key, mine);
                if (task == null) {
                    task = mine;
                    mine.run();
                }
            }
            return task.get();
        }
    }

    /**
     * Get then putIfAbsent: only the thread whose task went in runs it, the others wait in get, which also orders the
     * filling of the plain array before their reading.
     */
    @Right
    static void memo() throws Exception {
        Memo memo = new Memo();
        Together.run(
            () -> Together.same(4, memo.get("some")[0]),
            () -> Together.same(4, memo.get("some")[0]),
            () -> Together.same(4, memo.get("some")[0]));
        Together.same(1, memo.loads.get());
    }

    private static final class EarlyRates {
        private volatile Map<String, Integer> table;

        Map<String, Integer> table() {
            if (table == null) {
                synchronized (this) {
                    if (table == null) {
                        table = new HashMap<>();
                        table.put("EUR", 100);
                        table.put("USD", 92);
                    }
                }
            }
            return table;
        }
    }

    /**
     * Double-checked locking with a volatile field, but the HashMap is assigned before it is filled: the other thread sees
     * it not null, takes no lock and gets while the first puts.
     */
    @Wrong(Kind.DATA_RACE)
    static void ratesFilledAfterwards() throws Exception {
        EarlyRates rates = new EarlyRates();
        Together.run(
            () -> Together.same(92, rates.table().get("USD")),
            () -> Together.same(100, rates.table().get("EUR")));
    }

    private static final class LateRates {
        private volatile Map<String, Integer> table;

        Map<String, Integer> table() {
            if (table == null) {
                synchronized (this) {
                    if (table == null) {
                        Map<String, Integer> fresh = new HashMap<>();
                        fresh.put("EUR", 100);
                        fresh.put("USD", 92);
                        table = fresh;
                    }
                }
            }
            return table;
        }
    }

    /**
     * Double-checked locking with a volatile field that is assigned once, after the HashMap has been filled; nobody
     * changes the map afterwards.
     */
    @Right
    static void ratesFilledBefore() throws Exception {
        LateRates rates = new LateRates();
        Together.run(
            () -> Together.same(92, rates.table().get("USD")),
            () -> Together.same(100, rates.table().get("EUR")));
    }

    /**
     * Get on a LinkedHashMap in access order relinks the entry (documented as a structural modification), and two threads
     * do so at once, both holding only the read lock.
     */
    @Wrong(Kind.DATA_RACE)
    static void recentlyUsed() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        LinkedHashMap<String, Integer> recent = new LinkedHashMap<>(16, 0.75f, true);
        recent.put("a", 1);
        recent.put("b", 2);
        recent.put("c", 3);
        Together.run(
            () -> {
                lock.readLock().lock();
                try {
                    recent.get("a");
                } finally {
                    lock.readLock().unlock();
                }
            },
            () -> {
                lock.readLock().lock();
                try {
                    recent.get("b");
                } finally {
                    lock.readLock().unlock();
                }
            });
    }

    /**
     * A LinkedHashMap in insertion order is not changed by get, so read locks are enough for the readers; the put is under
     * the write lock.
     */
    @Right
    static void firstStored() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        LinkedHashMap<String, Integer> stored = new LinkedHashMap<>();
        stored.put("a", 1);
        stored.put("b", 2);
        Together.run(
            () -> {
                lock.readLock().lock();
                try {
                    Together.same(1, stored.get("a"));
                } finally {
                    lock.readLock().unlock();
                }
            },
            () -> {
                lock.readLock().lock();
                try {
                    Integer c = stored.get("c");
                    Together.yes(c == null || c == 3 && stored.size() == 3, "c " + c);
                } finally {
                    lock.readLock().unlock();
                }
            },
            () -> {
                lock.writeLock().lock();
                try {
                    stored.put("c", 3);
                } finally {
                    lock.writeLock().unlock();
                }
            });
    }

    /**
     * The reader misses and reads price 1; the writer sets 2 and removes the (absent) entry; the reader then puts the
     * stale 1, which stays.
     */
    @Wrong(Kind.ASSERTION)
    static void staleRefill() throws Exception {
        AtomicInteger price = new AtomicInteger(1);
        ConcurrentHashMap<String, Integer> cache = new ConcurrentHashMap<>();
        Together.run(
            () -> {
                Integer known = cache.get("tea");
                if (known == null) {
                    cache.put("tea", price.get());
                }
            },
            () -> {
                price.set(2);
                cache.remove("tea");
            });
        Integer kept = cache.get("tea");
        Together.yes(kept == null || kept == 2, "stale price " + kept);
    }

    /**
     * ComputeIfAbsent is atomic for the key: the writer's remove comes either after it, and removes what it stored, or
     * before it, and then the price it reads is already 2.
     */
    @Right
    static void refillInOneStep() throws Exception {
        AtomicInteger price = new AtomicInteger(1);
        ConcurrentHashMap<String, Integer> cache = new ConcurrentHashMap<>();
        Together.run(
            () -> cache.computeIfAbsent("tea", key -> price.get()),
            () -> {
                price.set(2);
                cache.remove("tea");
            });
        Integer kept = cache.get("tea");
        Together.yes(kept == null || kept == 2, "stale price " + kept);
    }

    /**
     * If the eviction comes first, the reader misses and asks for the write lock while it holds the read lock itself;
     * ReentrantReadWriteLock has no upgrading, so it waits for itself for ever.
     */
    @Wrong(Kind.DEADLOCK)
    static void upgradeOnMiss() throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Map<String, String> pages = new HashMap<>();
        pages.put("/", "home");
        Together.run(
            () -> {
                lock.readLock().lock();
                try {
                    if (pages.get("/") == null) {
                        lock.writeLock().lock();
                        try {
                            pages.put("/", "home again");
                        } finally {
                            lock.writeLock().unlock();
                        }
                    }
                } finally {
                    lock.readLock().unlock();
                }
            },
            () -> {
                lock.writeLock().lock();
                try {
                    pages.remove("/");
                } finally {
                    lock.writeLock().unlock();
                }
            });
    }

    /** Keeps the most recently used entries; loads outside the lock, but never the same key twice at a time. */
    private static final class Shelf {
        private final int limit;
        private final LinkedHashMap<Integer, String> held = new LinkedHashMap<>(16, 0.75f, true);
        private final Set<Integer> loading = new HashSet<>();
        private int loads;
        private int evictions;

        Shelf(int limit) {
            this.limit = limit;
        }

        String get(int key) throws InterruptedException {
            synchronized (this) {
                for (;;) {
                    String known = held.get(key);
                    if (known != null) {
                        return known;
                    }
                    if (loading.add(key)) {
                        break;
                    }
                    wait();
                }
            }
            String fresh = "page " + key;
            synchronized (this) {
                loads++;
                Together.yes(held.put(key, fresh) == null, "loaded though held");
                loading.remove(key);
                if (held.size() > limit) {
                    Iterator<Integer> eldest = held.keySet().iterator();
                    eldest.next();
                    eldest.remove();
                    evictions++;
                }
                notifyAll();
            }
            return fresh;
        }

        synchronized void check() {
            Together.yes(held.size() <= limit, "too many");
            Together.same(held.size(), loads - evictions);
            Together.yes(loading.isEmpty(), "still loading");
        }
    }

    private static void expect(Shelf shelf, int key) throws InterruptedException {
        Together.yes(shelf.get(key).equals("page " + key), "wrong page for " + key);
    }

    /**
     * All state under one monitor; a key marked as loading is loaded by its marker alone, who always unmarks it and wakes
     * all; a waiter whose page was evicted meanwhile finds the mark gone and loads it itself.
     */
    @Right
    static void shelf() throws Exception {
        Shelf shelf = new Shelf(1);
        Together.run(
            () -> {
                expect(shelf, 1);
                expect(shelf, 2);
            },
            () -> expect(shelf, 2),
            () -> expect(shelf, 1));
        shelf.check();
    }
}
