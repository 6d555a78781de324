package bodies.blind;

import bodies.Together;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Seats, queues and cash desks of a theatre. */
public final class TicketOffice {
    private TicketOffice() {}

    /** Takes the seats one after the other; gives back what it has when one is gone. */
    private static boolean book(ConcurrentMap<String, String> plan, String group, String... seats) {
        for (int i = 0; i < seats.length; i++) {
            if (plan.putIfAbsent(seats[i], group) != null) {
                for (int j = 0; j < i; j++) {
                    plan.remove(seats[j], group);
                }
                return false;
            }
        }
        return true;
    }

    /**
     * Choir takes A1, school takes A2, each then finds the other's seat gone and gives its own back: nobody is seated in
     * an empty house.
     */
    @Wrong(Kind.ASSERTION)
    static void groupsBookFromBothEnds() throws Exception {
        ConcurrentMap<String, String> plan = new ConcurrentHashMap<>();
        AtomicInteger seated = new AtomicInteger();
        Together.run(
                () -> {
                    if (book(plan, "choir", "A1", "A2")) {
                        seated.incrementAndGet();
                    }
                },
                () -> {
                    if (book(plan, "school", "A2", "A1")) {
                        seated.incrementAndGet();
                    }
                });
        Together.same(1, seated.get());
    }

    /**
     * All groups take seats in ascending order: who takes A3 has taken its last seat; if nobody takes A3, B lost A2 to A
     * for which that is the last; any two groups overlap, so exactly one is seated.
     */
    @Right
    static void groupsBookInSeatOrder() throws Exception {
        ConcurrentMap<String, String> plan = new ConcurrentHashMap<>();
        AtomicInteger seated = new AtomicInteger();
        Together.run(
                () -> {
                    if (book(plan, "A", "A1", "A2")) {
                        seated.incrementAndGet();
                    }
                },
                () -> {
                    if (book(plan, "B", "A2", "A3")) {
                        seated.incrementAndGet();
                    }
                },
                () -> {
                    if (book(plan, "C", "A1", "A3")) {
                        seated.incrementAndGet();
                    }
                });
        Together.same(1, seated.get());
        Together.same(2, plan.size());
    }

    /**
     * Customer 1 waits, is notified of the first ticket, customer 2 gets the monitor first and takes it, customer 1 does
     * not look again (if, not while): NoSuchElementException; a spurious wake-up does it too.
     */
    @Wrong(Kind.EXCEPTION)
    static void returnedTicketSnatched() throws Exception {
        Object window = new Object();
        Deque<Integer> returned = new ArrayDeque<>();
        Together.Act customer = () -> {
            synchronized (window) {
                if (returned.isEmpty()) {
                    window.wait();
                }
                returned.removeFirst();
            }
        };
        Together.Act clerk = () -> {
            for (int ticket = 1; ticket <= 2; ticket++) {
                synchronized (window) {
                    returned.addLast(ticket);
                    window.notify();
                }
            }
        };
        Together.run(customer, customer, clerk);
    }

    /** First visitor is inside, second fails tryAcquire but releases all the same, third then gets in beside the first. */
    @Wrong(Kind.ASSERTION)
    static void turnstileGivesTooMuch() throws Exception {
        Semaphore turnstile = new Semaphore(1);
        AtomicInteger inside = new AtomicInteger();
        Together.Act visitor = () -> {
            boolean through = turnstile.tryAcquire();
            try {
                if (through) {
                    Together.yes(inside.incrementAndGet() == 1, "two in the turnstile");
                    inside.decrementAndGet();
                }
            } finally {
                turnstile.release();
            }
        };
        Together.run(visitor, visitor, visitor);
    }

    /**
     * Numbers are drawn atomically and served one at a time; the write of `serving` after the sale happens-before the read
     * that lets the next one in, so the plain counter is safe.
     */
    @Right
    static void drawANumber() throws Exception {
        AtomicInteger dispenser = new AtomicInteger();
        AtomicInteger serving = new AtomicInteger();
        int[] sold = new int[1];
        Together.Act customer = () -> {
            int mine = dispenser.getAndIncrement();
            while (serving.get() != mine) {
                Thread.yield();
            }
            sold[0]++;
            serving.set(mine + 1);
        };
        Together.run(customer, customer, customer);
        Together.same(3, sold[0]);
    }

    /**
     * The agent means to swap with each of the two holders, but the holders may meet each other in the Exchanger; then the
     * agent waits for ever.
     */
    @Wrong(Kind.DEADLOCK)
    static void agentSwapsWithBothHolders() throws Exception {
        Exchanger<String> foyer = new Exchanger<>();
        Together.run(
                () -> {
                    String hand = foyer.exchange("stalls");
                    foyer.exchange(hand);
                },
                () -> foyer.exchange("balcony"),
                () -> foyer.exchange("box"));
    }

    private static final class PriceBoard {
        private final StampedLock lock = new StampedLock();
        private volatile int adult = 20;
        private volatile int child = 10;

        void reprice(int newChild) {
            long stamp = lock.writeLock();
            try {
                adult = 2 * newChild;
                child = newChild;
            } finally {
                lock.unlockWrite(stamp);
            }
        }

        void check() {
            long stamp = lock.tryOptimisticRead();
            int a = adult;
            int c = child;
            if (!lock.validate(stamp)) {
                stamp = lock.readLock();
                try {
                    a = adult;
                    c = child;
                } finally {
                    lock.unlockRead(stamp);
                }
            }
            Together.same(a, 2L * c);
        }
    }

    /**
     * Both prices are volatile (no data race), read before validate, and read again under the read lock when a writer came
     * between.
     */
    @Right
    static void priceBoardGlance() throws Exception {
        PriceBoard board = new PriceBoard();
        Together.run(
                () -> {
                    board.reprice(11);
                    board.reprice(12);
                },
                board::check,
                board::check);
    }

    /** The clerk whose tryLock fails still unlocks in finally: IllegalMonitorStateException in its thread. */
    @Wrong(Kind.EXCEPTION)
    static void impatientClerk() throws Exception {
        ReentrantLock drawer = new ReentrantLock();
        int[] cash = new int[1];
        Together.Act clerk = () -> {
            try {
                if (drawer.tryLock()) {
                    cash[0] += 20;
                }
            } finally {
                drawer.unlock();
            }
        };
        Together.run(clerk, clerk);
    }

    /** ShutdownNow takes the still queued second print job out of the queue without cancelling its future: get waits for ever. */
    @Wrong(Kind.DEADLOCK)
    static void closingTime() throws Exception {
        ExecutorService printer = Executors.newFixedThreadPool(1);
        Future<Integer> first = printer.submit(() -> 1);
        Future<Integer> second = printer.submit(() -> 2);
        printer.shutdownNow();
        Together.same(1, first.get());
        Together.same(2, second.get());
    }

    /** Whoever comes first is served first; every customer is called by its own bell. */
    private static final class WaitingHall {
        private final ReentrantLock lock = new ReentrantLock();
        private final Deque<Condition> line = new ArrayDeque<>();
        private int free;

        WaitingHall(int counters) {
            free = counters;
        }

        void enter() throws InterruptedException {
            lock.lock();
            try {
                Condition bell = lock.newCondition();
                line.addLast(bell);
                while (free == 0 || line.peekFirst() != bell) {
                    bell.await();
                }
                line.removeFirst();
                free--;
                callFirst();
            } finally {
                lock.unlock();
            }
        }

        void leave() {
            lock.lock();
            try {
                free++;
                callFirst();
            } finally {
                lock.unlock();
            }
        }

        private void callFirst() {
            if (free > 0 && !line.isEmpty()) {
                line.peekFirst().signal();
            }
        }
    }

    /**
     * Every change that can let the first in line go on (a counter freed, the one before it gone) signals exactly its
     * condition under the lock, and it re-checks in a loop.
     */
    @Right
    static void waitingHallBells() throws Exception {
        WaitingHall hall = new WaitingHall(2);
        AtomicInteger atCounters = new AtomicInteger();
        Together.Act customer = () -> {
            hall.enter();
            Together.yes(atCounters.incrementAndGet() <= 2, "three at two counters");
            atCounters.decrementAndGet();
            hall.leave();
        };
        Together.run(customer, customer, customer);
        Together.same(2, hall.free);
        Together.yes(hall.line.isEmpty(), "somebody is left in the line");
    }
}
