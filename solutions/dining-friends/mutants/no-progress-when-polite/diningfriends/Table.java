// Wrong: who does not get the second fork puts the first one down and takes it up again, in step with all the others.
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
        Lock first = forks.get(left);
        Lock second = forks.get(right);
        while (true) {
            first.lock();
            try {
                if (second.tryLock()) {
                    try {
                        meal.run();
                        return;
                    } finally {
                        second.unlock();
                    }
                }
            } finally {
                first.unlock();
            }
        }
    }
}
