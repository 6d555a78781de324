// Wrong: an interrupted call shuts the pool that all calls share. The next call of runAll finds a bakery that is closed
// for ever.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final ThreadPoolExecutor bakers;

    public CappedRunner(int cap) {
        bakers = new ThreadPoolExecutor(cap, cap, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        bakers.allowCoreThreadTimeOut(true);
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        List<Future<?>> loaves = new ArrayList<>();
        for (Runnable task : tasks) {
            loaves.add(bakers.submit(task));
        }
        try {
            for (Future<?> loaf : loaves) {
                try {
                    loaf.get();
                } catch (ExecutionException burnt) {
                    // the others go on
                }
            }
        } catch (InterruptedException closing) {
            bakers.shutdownNow();
            throw closing;
        }
    }
}
