// Wrong: it sees that both forks lie there, and takes them later; the neighbour has seen the same.
package diningfriends;

import java.util.concurrent.atomic.AtomicIntegerArray;

public final class Table {

    private final AtomicIntegerArray inUse;

    public Table(int seats) {
        inUse = new AtomicIntegerArray(seats);
    }

    public void eat(int friend, Runnable meal) {
        int left = friend;
        int right = (friend + 1) % inUse.length();
        while (inUse.get(left) == 1 || inUse.get(right) == 1) {
            Thread.onSpinWait();
        }
        inUse.set(left, 1);
        inUse.set(right, 1);
        try {
            meal.run();
        } finally {
            inUse.set(left, 0);
            inUse.set(right, 0);
        }
    }
}
