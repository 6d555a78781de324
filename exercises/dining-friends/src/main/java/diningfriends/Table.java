package diningfriends;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A round table with as many forks as seats. Fork i lies to the left of seat i, and to the right of the seat before. */
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
        // TODO Everybody takes the left fork first. What if all do it at the same moment?
        Lock left = forks.get(friend);
        Lock right = forks.get((friend + 1) % forks.size());
        left.lock();
        right.lock();
        meal.run();
        right.unlock();
        left.unlock();
    }
}
