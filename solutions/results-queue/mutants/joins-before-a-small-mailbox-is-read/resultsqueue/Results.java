// Wrong: waits for the end of the threads before it reads, and the queue has room for one. The second thread waits for room, the reader for the second thread.
package resultsqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

public class Results {

    private Results() {}

    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        BlockingQueue<Result<T>> home = new ArrayBlockingQueue<>(1);
        List<Thread> scouts = new ArrayList<>();
        for (Callable<T> task : tasks) {
            Thread scout = new PipedThread<>(home, task);
            scouts.add(scout);
            scout.start();
        }
        for (Thread scout : scouts) {
            scout.join();
        }
        List<Result<T>> results = new ArrayList<>();
        home.drainTo(results);
        return results;
    }
}
