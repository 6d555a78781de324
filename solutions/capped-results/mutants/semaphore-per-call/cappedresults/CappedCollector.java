// Wrong: every call has tanks of its own.
package cappedresults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** A lab: it runs tasks, never more of them at once than it has tanks, and brings every result home. */
public final class CappedCollector {

    /** One permit a tank. It belongs to the lab, not to a call. */
    private final int cap;

    /** A lab with {@code cap} tanks, at least one. */
    public CappedCollector(int cap) {
        this.cap = cap;
    }

    /**
     * Runs every task once and returns what became of each, in any order.
     *
     * @throws InterruptedException if the calling thread is interrupted while it waits; tasks that have not begun never run
     */
    public <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        Semaphore tanks = new Semaphore(cap);
        BlockingQueue<Result<T>> home = new LinkedBlockingQueue<>();
        for (Callable<T> task : tasks) {
            tanks.acquire();
            new Thread(() -> home.add(develop(task, tanks))).start();
        }
        List<Result<T>> results = new ArrayList<>();
        while (results.size() < tasks.size()) {
            results.add(home.take());
        }
        return results;
    }

    /** Runs with a permit in hand, and gives it back before the result goes home: a tank is not for waiting in. */
    private <T> Result<T> develop(Callable<T> task, Semaphore tanks) {
        try {
            return Result.of(task, task.call());
        } catch (Throwable failure) {
            return Result.ofFailure(task, failure);
        } finally {
            tanks.release();
        }
    }
}
