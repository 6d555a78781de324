// Wrong: waits at most a second for each result. A task that takes longer is left out.
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
        for (int i = 0; i < tasks.size(); i++) {
            Result<T> result = home.poll(1, TimeUnit.SECONDS);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }
}
