// Wrong: waits for each result before it starts the next thread. No two tasks ever run at the same time.
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
        List<Result<T>> results = new ArrayList<>();
        for (Callable<T> task : tasks) {
            new PipedThread<>(home, task).start();
            results.add(home.take());
        }
        return results;
    }
}
