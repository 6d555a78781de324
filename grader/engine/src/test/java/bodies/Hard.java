package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.yes;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Bugs that few schedules show: each must be found within the default budget. */
final class Hard {
    private Hard() {}

    private static final int BUDGET = 2_000;

    private static final class Flag {
        volatile int value;
    }

    @Wrong(value = Kind.ASSERTION, schedules = BUDGET)
    static void tenForOneSeat() throws InterruptedException {
        AtomicInteger seats = new AtomicInteger(1);
        Together.Act act = () -> {
            if (seats.get() > 0) {
                seats.decrementAndGet();
            }
        };
        run(act, act, act, act, act, act, act, act, act, act);
        yes(seats.get() >= 0, "more seats sold than there are");
    }

    /** One of twenty threads must be stopped between two of its steps, while nineteen look just like it. */
    @Wrong(value = Kind.ASSERTION, schedules = BUDGET)
    static void oneRarePreemptionAmongTwenty() throws InterruptedException {
        AtomicInteger shared = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Together.Act[] acts = new Together.Act[20];
        for (int i = 0; i < acts.length; i++) {
            int me = i;
            acts[i] = () -> {
                if (me == 7) {
                    shared.set(shared.get() + 1);
                } else if (me == 13) {
                    shared.incrementAndGet();
                }
                done.incrementAndGet();
            };
        }
        run(acts);
        same(20, done.get());
        same(2, shared.get());
    }

    @Wrong(value = Kind.ASSERTION, schedules = BUDGET)
    static void sixtyThreadsAndOneInTwoBlocks() throws InterruptedException {
        Object lock = new Object();
        int[] count = new int[1];
        Together.Act[] acts = new Together.Act[60];
        for (int i = 0; i < acts.length; i++) {
            boolean careless = i == 31;
            acts[i] = () -> {
                int seen = 0;
                if (careless) {
                    synchronized (lock) {
                        seen = count[0];
                    }
                }
                synchronized (lock) {
                    count[0] = (careless ? seen : count[0]) + 1;
                }
            };
        }
        run(acts);
        same(60, count[0]);
    }

    /** Between each two writes the other thread must read once, and the last read must come before the third write. */
    @Wrong(value = Kind.ASSERTION, schedules = BUDGET)
    static void threePreemptions() throws InterruptedException {
        Flag flag = new Flag();
        run(
                () -> {
                    flag.value = 1;
                    flag.value = 2;
                    flag.value = 3;
                },
                () -> yes(flag.value != 1 || flag.value != 2, "saw both"));
    }

    /** The cycle needs one thread in its second phase. */
    @Wrong(value = Kind.DEADLOCK, schedules = BUDGET)
    static void deadlockInTheSecondPhase() throws InterruptedException {
        ReentrantLock a = new ReentrantLock();
        ReentrantLock b = new ReentrantLock();
        ReentrantLock c = new ReentrantLock();
        run(
                () -> {
                    both(a, b);
                    both(c, a);
                },
                () -> both(b, c),
                () -> both(a, b));
    }

    private static void both(ReentrantLock first, ReentrantLock second) {
        first.lock();
        second.lock();
        second.unlock();
        first.unlock();
    }

    /** A hint may be ignored: the thread that yields may go on. */
    @Wrong(value = Kind.ASSERTION, schedules = BUDGET)
    static void countsOnYield() throws InterruptedException {
        Flag flag = new Flag();
        Thread other = start(() -> flag.value = 1);
        for (int i = 0; i < 3 && flag.value == 0; i++) {
            Thread.yield();
        }
        int seen = flag.value;
        other.join();
        same(1, seen);
    }

    @Wrong(value = Kind.ASSERTION, schedules = BUDGET)
    static void spinsBesideASleeper() throws InterruptedException {
        Flag ready = new Flag();
        Flag data = new Flag();
        run(
                () -> {
                    Thread.sleep(10);
                    ready.value = 1;
                    data.value = 1;
                },
                () -> {
                    while (ready.value == 0) {
                        Thread.onSpinWait();
                    }
                    same(1, data.value);
                });
    }

    private static final class Node {
        volatile Node next;
    }

    private static Node pop(AtomicReference<Node> top) {
        Node first = top.get();
        while (first != null && !top.compareAndSet(first, first.next)) {
            first = top.get();
        }
        return first;
    }

    private static void push(AtomicReference<Node> top, Node node) {
        do {
            node.next = top.get();
        } while (!top.compareAndSet(node.next, node));
    }

    /** The first node is taken, the second too, and the first is put back: who still holds the first's old successor puts it on top. */
    @Wrong(value = Kind.ASSERTION, schedules = BUDGET)
    static void stackThatUsesNodesAgain() throws InterruptedException {
        AtomicReference<Node> top = new AtomicReference<>();
        Node lower = new Node();
        push(top, lower);
        push(top, new Node());
        Node[] kept = new Node[1];
        run(
                () -> pop(top),
                () -> {
                    Node first = pop(top);
                    Node second = pop(top);
                    kept[0] = second;
                    if (first != null) {
                        push(top, first);
                    }
                });
        yes(kept[0] == null || top.get() != kept[0], "a node that was taken is on top");
    }

    @Right(schedules = BUDGET)
    static void pingPong() throws InterruptedException {
        Semaphore ping = new Semaphore(1);
        Semaphore pong = new Semaphore(0);
        int[] rallies = new int[1];
        run(() -> play(ping, pong, rallies), () -> play(pong, ping, rallies));
        same(4, rallies[0]);
    }

    private static void play(Semaphore mine, Semaphore theirs, int[] rallies) {
        for (int i = 0; i < 2; i++) {
            while (!mine.tryAcquire()) {
                Thread.onSpinWait();
            }
            rallies[0]++;
            theirs.release();
        }
    }
}
