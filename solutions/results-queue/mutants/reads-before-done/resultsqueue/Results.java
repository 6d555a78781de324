// Wrong: empties the queue right after start(). The reader is faster than the threads and finds nothing.
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
        for (Callable<T> task : tasks) {
            new PipedThread<>(home, task).start();
        }
        List<Result<T>> results = new ArrayList<>();
        home.drainTo(results);
        return results;
    }
}
