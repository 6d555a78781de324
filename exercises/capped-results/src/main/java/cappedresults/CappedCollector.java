package cappedresults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;

/** A lab: it runs tasks, never more of them at once than it has tanks, and brings every result home. */
public final class CappedCollector {

    /** A lab with {@code cap} tanks, at least one. */
    public CappedCollector(int cap) {
        // TODO Keep what every call of collect needs to respect the cap. All calls share the same tanks.
    }

    /**
     * Runs every task once and returns what became of each, in any order.
     *
     * @throws InterruptedException if the calling thread is interrupted while it waits; tasks that have not begun never run
     */
    public <T> List<Result<T>> collect(List<Callable<T>> tasks) throws InterruptedException {
        // TODO Today all tasks run at once, however few tanks there are, and a task that throws sends nothing home.
        BlockingQueue<Result<T>> home = new LinkedBlockingQueue<>();
        for (Callable<T> task : tasks) {
            new Thread(
                            () -> {
                                try {
                                    home.put(Result.of(task, task.call()));
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            })
                    .start();
        }
        List<Result<T>> results = new ArrayList<>();
        while (results.size() < tasks.size()) {
            results.add(home.take());
        }
        return results;
    }
}
