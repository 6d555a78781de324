// Wrong: an InterruptedException that a task throws is taken for closing time, and sends no card.
package cappedresults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

public final class CappedCollector {

    private final Semaphore tanks;

    public CappedCollector(int cap) {
        tanks = new Semaphore(cap);
    }

    public <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        BlockingQueue<Result<T>> home = new LinkedBlockingQueue<>();
        for (Callable<T> task : tasks) {
            tanks.acquire();
            new Thread(
                            () -> {
                                Result<T> result = develop(task);
                                if (result != null) {
                                    home.add(result);
                                }
                            })
                    .start();
        }
        List<Result<T>> results = new ArrayList<>();
        while (results.size() < tasks.size()) {
            results.add(home.take());
        }
        return results;
    }

    private <T> Result<T> develop(Callable<T> task) {
        try {
            return Result.of(task, task.call());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return null;
        } catch (Throwable failure) {
            return Result.ofFailure(task, failure);
        } finally {
            tanks.release();
        }
    }
}
