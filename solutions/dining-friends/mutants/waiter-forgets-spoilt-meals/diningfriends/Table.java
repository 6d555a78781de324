// Wrong: the forks come back in finally, the waiter's permit does not: after two spoilt meals nobody is let in any more.
package diningfriends;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public final class Table {

    private final List<Lock> forks = new ArrayList<>();
    private final Semaphore waiter;

    public Table(int seats) {
        for (int i = 0; i < seats; i++) {
            forks.add(new ReentrantLock());
        }
        waiter = new Semaphore(seats - 1);
    }

    public void eat(int friend, Runnable meal) {
        Lock left = forks.get(friend);
        Lock right = forks.get((friend + 1) % forks.size());
        waiter.acquireUninterruptibly();
        left.lock();
        right.lock();
        try {
            meal.run();
        } finally {
            right.unlock();
            left.unlock();
        }
        waiter.release();
    }
}
