// Wrong: throws the first failure instead of returning it. Whoever calls gets none of the other results.
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
        for (int i = 0; i < tasks.size(); i++) {
            Result<T> result = home.take();
            if (result.failed()) {
                throw new IllegalStateException("a task failed", result.failure());
            }
            results.add(result);
        }
        return results;
    }
}
