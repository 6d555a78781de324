// Wrong: a pool that nobody shuts down. Its threads wait for more work and keep the program alive. Any schedule shows it.
package resultsqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

public class Results {

    private Results() {}

    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        BlockingQueue<Result<T>> home = new LinkedBlockingQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        for (Callable<T> task : tasks) {
            pool.execute(new PipedThread<>(home, task));
        }
        List<Result<T>> results = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            results.add(home.take());
        }
        return results;
    }
}
