package diningfriends;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A round table with as many forks as seats. Fork i lies to the left of seat i, and to the right of the seat before.
 *
 * <p>Everybody takes the fork with the lower number first. So whoever waits for a fork holds only forks with lower numbers, and who
 * holds the one with the highest number of all waits for nobody: the circle cannot close.
 */
public final class Table {

    private final List<Lock> forks = new ArrayList<>();

    /** A table for this many friends, at least two. */
    public Table(int seats) {
        for (int i = 0; i < seats; i++) {
            forks.add(new ReentrantLock());
        }
    }

    /** Lets this friend (0, 1, 2 …) eat the meal with both forks, and returns when it is over. */
    public void eat(int friend, Runnable meal) {
        int left = friend;
        int right = (friend + 1) % forks.size();
        // For all but the last friend the left fork is the lower one. The last one, whose right fork is fork 0, begins on
        // the other side, and this breaks the circle.
        Lock first = forks.get(Math.min(left, right));
        Lock second = forks.get(Math.max(left, right));
        first.lock();
        try {
            second.lock();
            try {
                meal.run();
            } finally {
                second.unlock();
            }
        } finally {
            first.unlock();
        }
    }
}
