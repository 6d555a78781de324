// Idea: forks are plain objects with nested synchronized blocks; only the last friend takes them the other way round.
package diningfriends;

public final class Table {

    private final Object[] forks;

    public Table(int seats) {
        forks = new Object[seats];
        for (int i = 0; i < seats; i++) {
            forks[i] = new Object();
        }
    }

    public void eat(int friend, Runnable meal) {
        boolean last = friend == forks.length - 1;
        synchronized (forks[last ? 0 : friend]) {
            synchronized (forks[last ? friend : friend + 1]) {
                meal.run();
            }
        }
    }
}
