// Idea: the same guarded number with a ReentrantLock and a Condition; the last task out opens a latch.
package semaphoreworkers;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ovenIsFree = lock.newCondition();
    private final int cap;

    /** Ovens in use; guarded by lock. */
    private int inUse;

    public CappedRunner(int cap) {
        this.cap = cap;
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        CountDownLatch allDone = new CountDownLatch(tasks.size());
        for (Runnable task : tasks) {
            enter();
            new Thread(
                            () -> {
                                try {
                                    task.run();
                                } finally {
                                    leave();
                                    allDone.countDown();
                                }
                            })
                    .start();
        }
        allDone.await();
    }

    private void enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (inUse == cap) {
                ovenIsFree.await();
            }
            inUse++;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            inUse--;
            ovenIsFree.signal();
        } finally {
            lock.unlock();
        }
    }
}
