// Wrong: the mailbox has room for cap cards; after an interrupt nobody reads, and the next film waits for room for ever.
package cappedresults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

public final class CappedCollector {

    private final int cap;
    private final Semaphore tanks;

    public CappedCollector(int cap) {
        this.cap = cap;
        tanks = new Semaphore(cap);
    }

    public <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        BlockingQueue<Result<T>> home = new ArrayBlockingQueue<>(cap);
        for (Callable<T> task : tasks) {
            tanks.acquire();
            new Thread(() -> send(home, develop(task))).start();
        }
        List<Result<T>> results = new ArrayList<>();
        while (results.size() < tasks.size()) {
            results.add(home.take());
        }
        return results;
    }

    private static <T> void send(BlockingQueue<Result<T>> home, Result<T> result) {
        try {
            home.put(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> Result<T> develop(Callable<T> task) {
        try {
            return Result.of(task, task.call());
        } catch (Throwable failure) {
            return Result.ofFailure(task, failure);
        } finally {
            tanks.release();
        }
    }
}
