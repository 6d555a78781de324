// Wrong: nobody shuts the pool down. Its threads wait for more work and keep the program alive. Any schedule shows it.
package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class PooledRunner {

    private final int workers;

    public PooledRunner(int workers) {
        this.workers = workers;
    }

    public <T> List<T> runAll(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        List<T> results = new ArrayList<>();
        for (Future<T> ticket : pool.invokeAll(tasks)) {
            results.add(ticket.get());
        }
        return results;
    }
}
