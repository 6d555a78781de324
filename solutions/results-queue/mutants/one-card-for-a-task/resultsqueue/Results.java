// Wrong: cards are kept by task, so that two of the same task count as one.
package resultsqueue;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
        for (Callable<T> task : tasks) {
            new PipedThread<>(home, task).start();
        }
        // Each card says whose it is: tick the tasks off until every one of them has its card.
        Map<Callable<T>, Result<T>> cards = new IdentityHashMap<>();
        while (cards.size() < tasks.size()) {
            Result<T> card = home.take();
            cards.put(card.task(), card);
        }
        return new ArrayList<>(cards.values());
    }
}
