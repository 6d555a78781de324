package bodies.blind;

import bodies.Together;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.IntStream;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Numbers that several threads keep. */
public final class Counters {
    private Counters() {}

    /**
     * Each thread touches an element of its own; JLS 17.6 forbids word tearing, so neighbouring bytes do not disturb each
     * other; the main thread reads after join.
     */
    @Right
    static void byteNeighbours() throws Exception {
        byte[] marks = new byte[3];
        Together.Act[] acts = new Together.Act[3];
        for (int i = 0; i < 3; i++) {
            int mine = i;
            acts[i] = () -> {
                marks[mine]++;
                marks[mine]++;
            };
        }
        Together.run(acts);
        Together.same(6, marks[0] + marks[1] + marks[2]);
    }

    /** Different bits of a BitSet live in the same long of its array, which both threads read and write without order. */
    @Wrong(Kind.DATA_RACE)
    static void bitNeighbours() throws Exception {
        BitSet seats = new BitSet(64);
        Together.run(
            () -> seats.set(0),
            () -> seats.set(1));
        Together.same(2, seats.cardinality());
    }

    private static final class Tally {
        private static final VarHandle VALUE;

        static {
            try {
                VALUE = MethodHandles.lookup().findVarHandle(Tally.class, "value", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private int value;

        /** For one thread only. */
        void add() {
            VALUE.setRelease(this, value + 1);
        }

        int read() {
            return (int) VALUE.getAcquire(this);
        }
    }

    /**
     * Read, add and write are not atomic together, but only one thread ever adds; its plain reads conflict with no write
     * of others, the readers read in acquire mode and one variable's values are seen in order.
     */
    @Right
    static void soleTeller() throws Exception {
        Tally tally = new Tally();
        Together.Act watcher = () -> {
            int first = tally.read();
            int second = tally.read();
            Together.yes(first <= second && second <= 2, "from " + first + " to " + second);
        };
        Together.run(
            () -> {
                tally.add();
                tally.add();
            },
            watcher,
            watcher);
        Together.same(2, tally.read());
    }

    /** A mutable reduction: each part of the parallel stream fills a list of its own and the framework joins them in order. */
    @Right
    static void parallelSquares() throws Exception {
        List<Integer> squares = IntStream.rangeClosed(1, 4)
            .parallel()
            .map(i -> i * i)
            .collect(() -> new ArrayList<Integer>(), (list, square) -> list.add(square), (left, right) -> left.addAll(right));
        Together.yes(squares.equals(List.of(1, 4, 9, 16)), "got " + squares);
    }

    /** An increment between the reporter's sum and its reset is in no report and is wiped out. */
    @Wrong(Kind.ASSERTION)
    static void sumThenForget() throws Exception {
        LongAdder hits = new LongAdder();
        AtomicLong reported = new AtomicLong();
        Together.run(
            () -> {
                hits.increment();
                hits.increment();
            },
            () -> {
                reported.addAndGet(hits.sum());
                hits.reset();
            });
        Together.same(2, reported.get() + hits.sum());
    }

    /**
     * The second visitor is interrupted in acquire while the first is inside; its finally releases a permit it never had,
     * and the third enters beside the first.
     */
    @Wrong(Kind.ASSERTION)
    static void permitNeverHeld() throws Exception {
        Semaphore door = new Semaphore(1);
        AtomicInteger inside = new AtomicInteger();
        Together.Act visit = () -> {
            try {
                try {
                    door.acquire();
                    Together.same(1, inside.incrementAndGet());
                    inside.decrementAndGet();
                } finally {
                    door.release();
                }
            } catch (InterruptedException gaveUp) {
                // no visit then
            }
        };
        Thread first = Together.start(visit);
        Thread second = Together.start(visit);
        Thread third = Together.start(visit);
        second.interrupt();
        first.join();
        second.join();
        third.join();
    }

    private static final class Purse {
        final AtomicLong coins;

        Purse(long coins) {
            this.coins = new AtomicLong(coins);
        }
    }

    private static void move(Purse from, Purse to, long amount) {
        boolean fromFirst = from.coins.get() <= to.coins.get();
        Purse first = fromFirst ? from : to;
        Purse second = fromFirst ? to : from;
        synchronized (first) {
            synchronized (second) {
                from.coins.addAndGet(-amount);
                to.coins.addAndGet(amount);
            }
        }
    }

    /**
     * The poorer purse is locked first, but who is poorer changes: one mover decides on a then b, the gift makes a richer,
     * the other decides on b then a; each locks its first and waits for the other's.
     */
    @Wrong(Kind.DEADLOCK)
    static void poorerFirst() throws Exception {
        Purse a = new Purse(10);
        Purse b = new Purse(20);
        Together.run(
            () -> move(a, b, 1),
            () -> move(b, a, 2),
            () -> {
                synchronized (a) {
                    a.coins.addAndGet(100);
                }
            });
        Together.same(130, a.coins.get() + b.coins.get());
    }

    /**
     * If the worker of the first request is idle again when the second is submitted, the cached pool uses it for that too,
     * and its thread-local depth is still 1.
     */
    @Wrong(Kind.ASSERTION)
    static void leftoverDepth() throws Exception {
        ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
        Callable<Integer> request = () -> {
            depth.set(depth.get() + 1);
            return depth.get();
        };
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            Future<Integer> one = pool.submit(request);
            Future<Integer> two = pool.submit(request);
            Together.same(1, one.get());
            Together.same(1, two.get());
        } finally {
            pool.shutdown();
        }
    }

    private static final class Scales {
        private final StampedLock lock = new StampedLock();
        private volatile int left = 5;
        private volatile int right = 5;

        void shift() {
            long stamp = lock.writeLock();
            try {
                left--;
                right++;
            } finally {
                lock.unlockWrite(stamp);
            }
        }

        int total() {
            long stamp = lock.tryOptimisticRead();
            int l = left;
            int r = right;
            if (!lock.validate(stamp)) {
                stamp = lock.readLock();
                try {
                    l = left;
                    r = right;
                } finally {
                    lock.unlockRead(stamp);
                }
            }
            return l + r;
        }
    }

    /**
     * The values read optimistically are used only if validate says that no writer came between, else they are read again
     * under the read lock; the fields are volatile, so there is no race either.
     */
    @Right
    static void scales() throws Exception {
        Scales scales = new Scales();
        Together.run(
            scales::shift,
            scales::shift,
            () -> Together.same(10, scales.total()));
        Together.same(10, scales.total());
    }

    private static final class Account {
        final int number;
        final ReentrantLock lock = new ReentrantLock();
        long balance;

        Account(int number, long balance) {
            this.number = number;
            this.balance = balance;
        }
    }

    private static final class Bank {
        private final List<Account> accounts = new ArrayList<>();

        Bank(int count, long each) {
            for (int i = 0; i < count; i++) {
                accounts.add(new Account(i, each));
            }
        }

        boolean transfer(int from, int to, long amount) {
            Account source = accounts.get(from);
            Account target = accounts.get(to);
            Account low = source.number < target.number ? source : target;
            Account high = low == source ? target : source;
            low.lock.lock();
            try {
                high.lock.lock();
                try {
                    if (source.balance < amount) {
                        return false;
                    }
                    source.balance -= amount;
                    target.balance += amount;
                    return true;
                } finally {
                    high.lock.unlock();
                }
            } finally {
                low.lock.unlock();
            }
        }

        long audit() {
            return auditFrom(0);
        }

        private long auditFrom(int index) {
            if (index == accounts.size()) {
                long total = 0;
                for (Account account : accounts) {
                    total += account.balance;
                }
                return total;
            }
            Account account = accounts.get(index);
            account.lock.lock();
            try {
                return auditFrom(index + 1);
            } finally {
                account.lock.unlock();
            }
        }
    }

    /**
     * All take the locks by rising account number, transfers two and the audit all three, so there is no cycle; every
     * balance is read and written under its lock; a transfer to itself re-enters its own lock.
     */
    @Right
    static void bank() throws Exception {
        Bank bank = new Bank(3, 10);
        Together.run(
            () -> bank.transfer(0, 2, 7),
            () -> {
                bank.transfer(2, 0, 12);
                bank.transfer(1, 1, 3);
            },
            () -> Together.same(30, bank.audit()));
        Together.same(30, bank.audit());
    }
}
