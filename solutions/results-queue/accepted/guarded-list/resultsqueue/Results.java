// An ordinary list with a lock around every touch, and wait and notifyAll until it is full.
package resultsqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

public class Results {

    private Results() {}

    public static <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        List<Result<T>> cards = new ArrayList<>();
        for (Callable<T> task : tasks) {
            Runnable scout = () -> {
                Result<T> card = outcome(task);
                synchronized (cards) {
                    cards.add(card);
                    cards.notifyAll();
                }
            };
            new Thread(scout).start();
        }
        synchronized (cards) {
            while (cards.size() < tasks.size()) {
                cards.wait();
            }
            return new ArrayList<>(cards);
        }
    }

    private static <T> Result<T> outcome(Callable<T> task) {
        try {
            return Result.of(task, task.call());
        } catch (Throwable failure) {
            return Result.ofFailure(task, failure);
        }
    }
}
