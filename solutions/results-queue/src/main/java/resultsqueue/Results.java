package resultsqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;

/** Runs tasks in threads of their own and brings their results home. */
public class Results {

    private Results() {}

    /**
     * Runs all tasks at the same time and waits for every result.
     *
     * @return one result for each task, in any order
     */
    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        BlockingQueue<Result<T>> home = new LinkedBlockingQueue<>();
        // First start them all: waiting for one result inside this loop would run the tasks one after another.
        for (Callable<T> task : tasks) {
            new PipedThread<>(home, task).start();
        }
        // Every thread sends exactly one result, so counting says when all are there: no clock, no empty(), no join.
        // The list belongs to this thread alone. The others never touch it.
        List<Result<T>> results = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            results.add(home.take());
        }
        return results;
    }
}
