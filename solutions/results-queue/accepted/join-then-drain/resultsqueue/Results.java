// The queue has room for all, so wait until every thread has ended and empty it then.
package resultsqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;

public class Results {

    private Results() {}

    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        BlockingQueue<Result<T>> home = new LinkedBlockingQueue<>();
        List<PipedThread<T>> scouts = new ArrayList<>();
        for (Callable<T> task : tasks) {
            PipedThread<T> scout = new PipedThread<>(home, task);
            scouts.add(scout);
            scout.start();
        }
        for (PipedThread<T> scout : scouts) {
            scout.join();
        }
        // A thread ends after its put, and the queue never refuses: now everything is there.
        List<Result<T>> results = new ArrayList<>();
        home.drainTo(results);
        return results;
    }
}
