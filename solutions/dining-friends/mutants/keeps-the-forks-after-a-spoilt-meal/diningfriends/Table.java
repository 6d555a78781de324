// Wrong: a meal that throws skips both unlocks, and the neighbours wait for ever.
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
        int right = (friend + 1) % forks.size();
        Lock first = forks.get(Math.min(left, right));
        Lock second = forks.get(Math.max(left, right));
        first.lock();
        second.lock();
        meal.run();
        second.unlock();
        first.unlock();
    }
}
