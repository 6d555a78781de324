// Wrong: stops as soon as no thread lives any more. The last one puts its result and ends just before the look: its result stays in the queue.
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
        List<Thread> scouts = new ArrayList<>();
        for (Callable<T> task : tasks) {
            Thread scout = new PipedThread<>(home, task);
            scouts.add(scout);
            scout.start();
        }
        List<Result<T>> results = new ArrayList<>();
        while (someoneIsOut(scouts)) {
            Result<T> result = home.poll(10, TimeUnit.MILLISECONDS);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    private static boolean someoneIsOut(List<Thread> scouts) {
        for (Thread scout : scouts) {
            if (scout.isAlive()) {
                return true;
            }
        }
        return false;
    }
}
