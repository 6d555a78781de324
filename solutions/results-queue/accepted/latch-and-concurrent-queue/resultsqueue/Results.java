// A latch counts the cards that are still missing; a concurrent queue keeps those that are there.
package resultsqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

public class Results {

    private Results() {}

    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        Queue<Result<T>> cards = new ConcurrentLinkedQueue<>();
        CountDownLatch missing = new CountDownLatch(tasks.size());
        for (Callable<T> task : tasks) {
            Runnable scout = () -> {
                cards.add(outcome(task));
                missing.countDown();
            };
            new Thread(scout).start();
        }
        missing.await();
        return new ArrayList<>(cards);
    }

    private static <T> Result<T> outcome(Callable<T> task) {
        try {
            return Result.of(task, task.call());
        } catch (Throwable failure) {
            return Result.ofFailure(task, failure);
        }
    }
}
