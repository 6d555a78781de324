package telar.bench.programs;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A buffer for one thing, with one condition for those who put and those who take. Wrong: a signal wakes one of them, perhaps of
 * the kind that cannot go on, and all wait for ever.
 */
public final class OneCondition {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final boolean all;
    private int things;

    private OneCondition(boolean all) {
        this.all = all;
    }

    public static void wrong() {
        run(new OneCondition(false));
    }

    public static void right() {
        run(new OneCondition(true));
    }

    private static void run(OneCondition buffer) {
        Runnable put = () -> buffer.change(0, 1);
        Runnable take = () -> buffer.change(1, 0);
        Together.run(take, take, put, put);
    }

    private void change(int from, int to) {
        lock.lock();
        try {
            while (things != from) {
                changed.awaitUninterruptibly();
            }
            things = to;
            if (all) {
                changed.signalAll();
            } else {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
