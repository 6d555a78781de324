// Wrong: takes the first result and goes on until the queue is empty. It is empty as soon as the others are slower.
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
        if (tasks.isEmpty()) {
            return results;
        }
        results.add(home.take());
        while (!home.isEmpty()) {
            results.add(home.take());
        }
        return results;
    }
}
