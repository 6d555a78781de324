// A queue without any room: each thread waits until the reader takes its result out of its hand.
package resultsqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.SynchronousQueue;

public class Results {

    private Results() {}

    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        BlockingQueue<Result<T>> home = new SynchronousQueue<>();
        tasks.forEach(task -> new PipedThread<>(home, task).start());
        List<Result<T>> results = new ArrayList<>();
        while (results.size() < tasks.size()) {
            results.add(home.take());
        }
        return results;
    }
}
