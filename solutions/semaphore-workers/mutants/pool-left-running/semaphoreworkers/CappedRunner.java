// Wrong: the pool of the bakery is never shut down and keeps its threads for ever. Every schedule: they are idle, but
// alive.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A bakery: it runs tasks in threads, and never more of them at once than it has ovens. */
public final class CappedRunner {
    private final ExecutorService bakers;

    public CappedRunner(int cap) {
        bakers = Executors.newFixedThreadPool(cap);
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
        } finally {
            loaves.forEach(loaf -> loaf.cancel(false));
        }
    }
}
