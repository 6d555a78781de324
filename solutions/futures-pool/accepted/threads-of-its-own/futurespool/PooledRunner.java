// No pool: threads of its own take the next number from a counter, and FutureTasks keep what came of it.
package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

public final class PooledRunner {

    private final int workers;

    public PooledRunner(int workers) {
        this.workers = workers;
    }

    public <T> List<T> runAll(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        List<FutureTask<T>> films = new ArrayList<>();
        for (Callable<T> task : tasks) {
            films.add(new FutureTask<>(task));
        }
        AtomicInteger next = new AtomicInteger();
        List<Thread> team = new ArrayList<>();
        for (int i = 0; i < Math.min(workers, films.size()); i++) {
            Thread worker = new Thread(() -> {
                for (int n = next.getAndIncrement(); n < films.size(); n = next.getAndIncrement()) {
                    films.get(n).run();
                }
            });
            team.add(worker);
            worker.start();
        }
        for (Thread worker : team) {
            worker.join();
        }
        List<T> results = new ArrayList<>();
        for (FutureTask<T> film : films) {
            results.add(film.get());
        }
        return results;
    }
}
