// Idea: a ReentrantLock with a condition for each friend: who has eaten wakes both neighbours, and nobody else.
package diningfriends;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class Table {

    private final ReentrantLock table = new ReentrantLock();
    private final Condition[] neighbourIsDone;
    private final boolean[] eating;

    public Table(int seats) {
        eating = new boolean[seats];
        neighbourIsDone = new Condition[seats];
        for (int i = 0; i < seats; i++) {
            neighbourIsDone[i] = table.newCondition();
        }
    }

    public void eat(int friend, Runnable meal) {
        int before = (friend + eating.length - 1) % eating.length;
        int after = (friend + 1) % eating.length;
        table.lock();
        try {
            // The friend itself too: two meals of one friend use the same forks.
            while (eating[before] || eating[after] || eating[friend]) {
                neighbourIsDone[friend].awaitUninterruptibly();
            }
            eating[friend] = true;
        } finally {
            table.unlock();
        }
        try {
            meal.run();
        } finally {
            table.lock();
            try {
                eating[friend] = false;
                neighbourIsDone[before].signalAll();
                neighbourIsDone[after].signalAll();
                neighbourIsDone[friend].signalAll();
            } finally {
                table.unlock();
            }
        }
    }
}
