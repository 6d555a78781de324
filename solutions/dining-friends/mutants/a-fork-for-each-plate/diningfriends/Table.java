// Wrong: every meal brings its own two forks, so nobody ever waits for a neighbour.
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
        Lock first = new ReentrantLock();
        Lock second = new ReentrantLock();
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
