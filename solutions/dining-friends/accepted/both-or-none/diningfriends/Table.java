// Idea: one monitor guards a note of which forks are in use; a friend waits until both are free and takes them in one step.
package diningfriends;

public final class Table {

    private final boolean[] inUse;

    public Table(int seats) {
        inUse = new boolean[seats];
    }

    public void eat(int friend, Runnable meal) {
        int left = friend;
        int right = (friend + 1) % inUse.length;
        take(left, right);
        try {
            meal.run();
        } finally {
            putDown(left, right);
        }
    }

    private synchronized void take(int left, int right) {
        boolean interrupted = false;
        while (inUse[left] || inUse[right]) {
            try {
                wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        inUse[left] = true;
        inUse[right] = true;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void putDown(int left, int right) {
        inUse[left] = false;
        inUse[right] = false;
        notifyAll();
    }
}
