// Idea: no semaphore at all; one pool with cap threads belongs to the bakery, and its idle threads go home after ten
// seconds.
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
                    // The others go on; what became of this one is nobody's business here.
                }
            }
        } finally {
            // After an interrupt this calls off what is still in the queue; otherwise there is nothing left to call off.
            loaves.forEach(loaf -> loaf.cancel(false));
        }
    }
}
