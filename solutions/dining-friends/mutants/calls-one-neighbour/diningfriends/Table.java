// Wrong: who puts the forks down calls only one of two neighbours who could both eat now.
package diningfriends;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A round table with as many forks as seats. Fork i lies to the left of seat i, and to the right of the seat before. */
public final class Table {

    private final ReentrantLock lock = new ReentrantLock();
    private final int seats;

    // All guarded by lock.
    private final boolean[] inHand;
    private final boolean[] hungry;
    private final Condition[] called;

    /** A table for this many friends, at least two. */
    public Table(int seats) {
        this.seats = seats;
        inHand = new boolean[seats];
        hungry = new boolean[seats];
        called = new Condition[seats];
        for (int i = 0; i < seats; i++) {
            called[i] = lock.newCondition();
        }
    }

    /** Lets this friend (0, 1, 2 …) eat the meal with both forks, and returns when it is over. */
    public void eat(int friend, Runnable meal) {
        takeForks(friend);
        try {
            meal.run();
        } finally {
            putForksDown(friend);
        }
    }

    private void takeForks(int friend) {
        lock.lock();
        try {
            hungry[friend] = true;
            while (!canEat(friend)) {
                called[friend].awaitUninterruptibly();
            }
            hungry[friend] = false;
            inHand[friend] = true;
            inHand[right(friend)] = true;
        } finally {
            lock.unlock();
        }
    }

    private void putForksDown(int friend) {
        lock.lock();
        try {
            inHand[friend] = false;
            inHand[right(friend)] = false;
            // Call the neighbour who can eat now.
            int next = right(friend);
            int before = (friend + seats - 1) % seats;
            if (hungry[next] && canEat(next)) {
                called[next].signal();
            } else if (hungry[before] && canEat(before)) {
                called[before].signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean canEat(int friend) {
        return !inHand[friend] && !inHand[right(friend)];
    }

    private int right(int friend) {
        return (friend + 1) % seats;
    }
}
