// A thread for each task, a semaphore for the limit, and an array with a place for each result.
package futurespool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

public final class PooledRunner {

    private final int workers;

    public PooledRunner(int workers) {
        this.workers = workers;
    }

    public <T> List<T> runAll(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        Semaphore places = new Semaphore(workers);
        Object[] results = new Object[tasks.size()];
        Throwable[] failures = new Throwable[tasks.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            int me = i;
            places.acquire();
            Thread thread = new Thread(() -> {
                try {
                    results[me] = tasks.get(me).call();
                } catch (Throwable failure) {
                    failures[me] = failure;
                } finally {
                    places.release();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (Throwable failure : failures) {
            if (failure != null) {
                throw new ExecutionException(failure);
            }
        }
        List<T> list = new ArrayList<>();
        for (Object result : results) {
            @SuppressWarnings("unchecked")
            T typed = (T) result;
            list.add(typed);
        }
        return list;
    }
}
