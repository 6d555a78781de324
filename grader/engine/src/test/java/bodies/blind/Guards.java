package bodies.blind;

import bodies.Together;
import java.util.ArrayDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Monitors, locks, conditions, permits. */
public final class Guards {
    private Guards() {}

    private static final class Mailbox {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition room = lock.newCondition();
        private final Condition mail = lock.newCondition();
        private final ArrayDeque<Integer> letters = new ArrayDeque<>();

        void send(int letter) throws InterruptedException {
            lock.lock();
            try {
                while (letters.size() == 1) {
                    room.await();
                }
                letters.addLast(letter);
                mail.signal();
            } finally {
                lock.unlock();
            }
        }

        int receive() throws InterruptedException {
            lock.lock();
            try {
                while (letters.isEmpty()) {
                    mail.await();
                }
                int letter = letters.removeFirst();
                room.signal();
                return letter;
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Senders wait on one condition and receivers on the other, in loops, so a single signal always reaches a thread that
     * can use the slot; two sends match two receives; the deque is used under the lock only.
     */
    @Right
    static void mailboxWithTwoConditions() throws Exception {
        Mailbox box = new Mailbox();
        AtomicInteger sum = new AtomicInteger();
        Together.run(
                () -> box.send(1),
                () -> box.send(2),
                () -> sum.addAndGet(box.receive()),
                () -> sum.addAndGet(box.receive()));
        Together.same(3, sum.get());
    }

    private static final class Shelf {
        private Integer book;

        synchronized void put(int number) throws InterruptedException {
            while (book != null) {
                wait();
            }
            book = number;
            notify();
        }

        synchronized int take() throws InterruptedException {
            while (book == null) {
                wait();
            }
            int number = book;
            book = null;
            notify();
            return number;
        }
    }

    /**
     * Takers X and Y wait; P puts and notifies X; Q finds the shelf full and waits; X takes and its notify wakes Y instead
     * of Q; Y finds nothing and waits again: Q and Y wait for ever.
     */
    @Wrong(Kind.DEADLOCK)
    static void shelfWithOneWaitSet() throws Exception {
        Shelf shelf = new Shelf();
        AtomicInteger sum = new AtomicInteger();
        Together.run(
                () -> sum.addAndGet(shelf.take()),
                () -> sum.addAndGet(shelf.take()),
                () -> shelf.put(1),
                () -> shelf.put(2));
        Together.same(3, sum.get());
    }

    private static final class Purse {
        final AtomicInteger coins;

        Purse(int coins) {
            this.coins = new AtomicInteger(coins);
        }
    }

    private static void pay(Purse from, Purse to, int amount) {
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
     * Locks ordered by a key that changes: the first payer decides a before b (10 &lt;= 20) and pauses; the second moves
     * 15 (b=5, a=25); the third decides b before a; first holds a, third holds b.
     */
    @Wrong(Kind.DEADLOCK)
    static void poorerPurseFirst() throws Exception {
        Purse a = new Purse(10);
        Purse b = new Purse(20);
        Together.run(
                () -> pay(a, b, 1),
                () -> pay(b, a, 15),
                () -> pay(b, a, 1));
        Together.same(30, a.coins.get() + b.coins.get());
    }

    private static final class Account {
        final int id;
        long balance = 10;

        Account(int id) {
            this.id = id;
        }

        boolean moveTo(Account other, long amount) {
            Account first = id < other.id ? this : other;
            Account second = first == this ? other : this;
            synchronized (first) {
                synchronized (second) {
                    if (balance < amount) {
                        return false;
                    }
                    balance -= amount;
                    other.balance += amount;
                    return true;
                }
            }
        }
    }

    /**
     * A ring of transfers, but every pair of monitors is taken in the order of the final ids, so no cycle; balances are
     * touched under both monitors, and by main after join.
     */
    @Right
    static void ringOfAccounts() throws Exception {
        Account a = new Account(1);
        Account b = new Account(2);
        Account c = new Account(3);
        Together.run(
                () -> a.moveTo(b, 15),
                () -> b.moveTo(c, 7),
                () -> Together.yes(c.moveTo(a, 8), "c is never below 10"));
        Together.same(30, a.balance + b.balance + c.balance);
        Together.yes(a.balance >= 0 && b.balance >= 0 && c.balance >= 0, "overdrawn");
    }

    private static final class Stop {
        final int km;
        final ReentrantLock lock = new ReentrantLock();
        Stop next;

        Stop(int km, Stop next) {
            this.km = km;
            this.next = next;
        }
    }

    private static String line(Stop head) {
        StringBuilder text = new StringBuilder();
        for (Stop stop = head.next; stop != null; stop = stop.next) {
            text.append(stop.km).append(' ');
        }
        return text.toString().trim();
    }

    private static void insertCoupled(Stop head, int km) {
        Stop before = head;
        before.lock.lock();
        Stop at = before.next;
        if (at != null) {
            at.lock.lock();
        }
        while (at != null && at.km < km) {
            before.lock.unlock();
            before = at;
            at = at.next;
            if (at != null) {
                at.lock.lock();
            }
        }
        before.next = new Stop(km, at);
        before.lock.unlock();
        if (at != null) {
            at.lock.unlock();
        }
    }

    private static void removeCoupled(Stop head, int km) {
        Stop before = head;
        before.lock.lock();
        Stop at = before.next;
        if (at != null) {
            at.lock.lock();
        }
        while (at != null && at.km != km) {
            before.lock.unlock();
            before = at;
            at = at.next;
            if (at != null) {
                at.lock.lock();
            }
        }
        if (at != null) {
            before.next = at.next;
            at.lock.unlock();
        }
        before.lock.unlock();
    }

    /**
     * Hand over hand: the next stop is locked before the previous one is released, so nobody stands on a stop that is
     * being unlinked; next is touched under its stop's lock; locks are always taken along the line, so no cycle.
     */
    @Right
    static void coupledStops() throws Exception {
        Stop head = new Stop(0, new Stop(10, new Stop(20, null)));
        Together.run(
                () -> insertCoupled(head, 15),
                () -> removeCoupled(head, 10),
                () -> insertCoupled(head, 12));
        Together.yes(line(head).equals("12 15 20"), line(head));
    }

    private static void insertStepping(Stop head, int km) {
        Stop at = head;
        at.lock.lock();
        while (at.next != null && at.next.km < km) {
            Stop next = at.next;
            at.lock.unlock();
            next.lock.lock();
            at = next;
        }
        at.next = new Stop(km, at.next);
        at.lock.unlock();
    }

    /**
     * Insert releases the head before it locks stop 10; in the gap remove unlinks stop 10, so 15 is hung behind a stop
     * that is no longer on the line and is lost.
     */
    @Wrong(Kind.ASSERTION)
    static void steppingStops() throws Exception {
        Stop head = new Stop(0, new Stop(10, new Stop(20, null)));
        Together.run(
                () -> insertStepping(head, 15),
                () -> removeCoupled(head, 10));
        Together.yes(line(head).equals("15 20"), line(head));
    }

    /**
     * A guest is inside; the peeper's tryAcquire fails but its finally releases a permit it never had; the second guest
     * enters and counts two inside.
     */
    @Wrong(Kind.ASSERTION)
    static void permitNeverHeld() throws Exception {
        Semaphore door = new Semaphore(1);
        AtomicInteger inside = new AtomicInteger();
        Together.Act guest = () -> {
            door.acquire();
            try {
                Together.same(1, inside.incrementAndGet());
                inside.decrementAndGet();
            } finally {
                door.release();
            }
        };
        Together.run(guest, guest, () -> {
            try {
                if (door.tryAcquire()) {
                    Together.same(1, inside.incrementAndGet());
                    inside.decrementAndGet();
                }
            } finally {
                door.release();
            }
        });
    }

    private static final class Spot {
        final StampedLock lock = new StampedLock();
        volatile int x;
        volatile int y;
    }

    /**
     * Both volatile coordinates are read between tryOptimisticRead and validate; if a writer came between (or the stamp
     * was 0) they are read again under the read lock, so always an equal pair.
     */
    @Right
    static void validatedPair() throws Exception {
        Spot spot = new Spot();
        Together.run(
                () -> {
                    for (int i = 1; i <= 2; i++) {
                        long stamp = spot.lock.writeLock();
                        spot.x = i;
                        spot.y = i;
                        spot.lock.unlockWrite(stamp);
                    }
                },
                () -> {
                    long stamp = spot.lock.tryOptimisticRead();
                    int x = spot.x;
                    int y = spot.y;
                    if (!spot.lock.validate(stamp)) {
                        stamp = spot.lock.readLock();
                        x = spot.x;
                        y = spot.y;
                        spot.lock.unlockRead(stamp);
                    }
                    Together.same(x, y);
                });
    }

    private static final class Till {
        private volatile Object lock = new Object();
        private int total;

        void add(int amount) {
            synchronized (lock) {
                total += amount;
            }
        }

        int empty() {
            synchronized (lock) {
                lock = new Object();
                int was = total;
                total = 0;
                return was;
            }
        }
    }

    /**
     * Empty replaces the lock while it still holds the old one; add then enters under the new lock and touches total while
     * empty still reads and clears it.
     */
    @Wrong(Kind.DATA_RACE)
    static void replacedLock() throws Exception {
        Till till = new Till();
        AtomicInteger taken = new AtomicInteger();
        Together.run(
                () -> till.add(5),
                () -> taken.addAndGet(till.empty()));
        taken.addAndGet(till.empty());
        Together.same(5, taken.get());
    }

    /**
     * The permit goes to and fro, a release happens-before the acquire that gets it, so the plain counter is used strictly
     * in turns: ((0+1)*2+1)*2.
     */
    @Right
    static void permitToAndFro() throws Exception {
        Semaphore left = new Semaphore(1);
        Semaphore right = new Semaphore(0);
        Together.Cell ball = new Together.Cell();
        Together.run(
                () -> {
                    for (int i = 0; i < 2; i++) {
                        left.acquire();
                        ball.value++;
                        right.release();
                    }
                },
                () -> {
                    for (int i = 0; i < 2; i++) {
                        right.acquire();
                        ball.value *= 2;
                        left.release();
                    }
                });
        Together.same(6, ball.value);
    }
}
