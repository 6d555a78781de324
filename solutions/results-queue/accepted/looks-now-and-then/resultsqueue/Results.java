// Looks into the queue ten times a second, and only the number of results says when to stop.
package resultsqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

public class Results {

    private Results() {}

    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        BlockingQueue<Result<T>> home = new LinkedBlockingQueue<>();
        for (Callable<T> task : tasks) {
            new PipedThread<>(home, task).start();
        }
        List<Result<T>> results = new ArrayList<>();
        while (results.size() < tasks.size()) {
            Result<T> result = home.poll(100, TimeUnit.MILLISECONDS);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }
}
