// Idea: a waiter lets in one friend fewer than there are forks, so somebody always gets two.
package diningfriends;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

public final class Table {

    private final List<Semaphore> forks = new ArrayList<>();
    private final Semaphore waiter;

    public Table(int seats) {
        for (int i = 0; i < seats; i++) {
            forks.add(new Semaphore(1));
        }
        waiter = new Semaphore(Math.max(1, seats - 1));
    }

    public void eat(int friend, Runnable meal) {
        waiter.acquireUninterruptibly();
        forks.get(friend).acquireUninterruptibly();
        forks.get((friend + 1) % forks.size()).acquireUninterruptibly();
        try {
            meal.run();
        } finally {
            forks.get((friend + 1) % forks.size()).release();
            forks.get(friend).release();
            waiter.release();
        }
    }
}
