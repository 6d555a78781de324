// Wrong: the whole table is one lock, and four friends watch the fifth one eat.
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
        synchronized (forks) {
            meal.run();
        }
    }
}
