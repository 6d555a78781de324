// Wrong: runAll throws at the first failure and calls off the rest. One oven: what waits behind the burnt loaf is never
// baked.
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
                loaf.get();
            }
        } catch (ExecutionException burnt) {
            throw new IllegalStateException("a loaf is burnt", burnt.getCause());
        } finally {
            loaves.forEach(loaf -> loaf.cancel(false));
        }
    }
}
