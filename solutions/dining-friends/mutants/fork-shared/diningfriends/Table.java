// Wrong: each friend takes the left fork only, and eats while the neighbour uses the other one.
package diningfriends;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public final class Table {

    private final List<Lock> forks = new ArrayList<>();

    public Table(int seats) {
        for (int i = 0; i < seats; i++) {
            forks.add(new ReentrantLock());
        }
    }

    public void eat(int friend, Runnable meal) {
        int left = friend;
        Lock only = forks.get(left);
        only.lock();
        try {
            meal.run();
        } finally {
            only.unlock();
        }
    }
}
