// Wrong: after an interrupt there is a new pool, while a loaf of the old one is still in its oven.
package semaphoreworkers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public final class CappedRunner {
    private final int cap;
    private ThreadPoolExecutor bakers;

    public CappedRunner(int cap) {
        this.cap = cap;
        open();
    }

    private synchronized void open() {
        bakers = new ThreadPoolExecutor(cap, cap, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        bakers.allowCoreThreadTimeOut(true);
    }

    public void runAll(List<Runnable> tasks) throws InterruptedException {
        List<Future<?>> loaves = new ArrayList<>();
        synchronized (this) {
            for (Runnable task : tasks) {
                loaves.add(bakers.submit(task));
            }
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
            loaves.forEach(loaf -> loaf.cancel(false));
            synchronized (this) {
                bakers.shutdown();
                open();
            }
            throw closing;
        }
    }
}
