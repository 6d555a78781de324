// Wrong: after an interrupt the permit of a film that is still in its tank is given back.
package cappedresults;

import java.util.ArrayList;
import java.util.Iterator;
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
        List<Result<T>> results = new ArrayList<>();
        Iterator<Callable<T>> waiting = tasks.iterator();
        int inTanks = 0;
        try {
            while (results.size() < tasks.size()) {
                if (inTanks == 0) {
                    tanks.acquire();
                    start(waiting.next(), home);
                    inTanks++;
                }
                while (waiting.hasNext() && tanks.tryAcquire()) {
                    start(waiting.next(), home);
                    inTanks++;
                }
                results.add(home.take());
                inTanks--;
                tanks.release();
            }
            return results;
        } catch (InterruptedException closing) {
            tanks.release(inTanks);
            throw closing;
        }
    }

    private static <T> void start(Callable<T> task, BlockingQueue<Result<T>> home) {
        new Thread(() -> home.add(develop(task))).start();
    }

    private static <T> Result<T> develop(Callable<T> task) {
        try {
            return Result.of(task, task.call());
        } catch (Throwable failure) {
            return Result.ofFailure(task, failure);
        }
    }
}
