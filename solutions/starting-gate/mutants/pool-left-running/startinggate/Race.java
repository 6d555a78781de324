// Wrong: the pool of the race is never shut down.
package startinggate;

import java.time.Duration;
import java.util.List;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A track with lanes, on which one race after another can be run. */
public final class Race {
    private final int lanes;

    public Race(int lanes) {
        this.lanes = lanes;
    }

    public Result run(List<Runnable> runners) throws InterruptedException {
        if (runners.size() != lanes) {
            throw new IllegalArgumentException(runners.size() + " runners for " + lanes + " lanes");
        }
        CountDownLatch ready = new CountDownLatch(lanes);
        CountDownLatch gun = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (Runnable runner : runners) {
                ends.add(
                        pool.submit(
                                () -> {
                                    ready.countDown();
                                    gun.await();
                                    runner.run();
                                    return null;
                                }));
            }
            ready.await();
            long start = System.nanoTime();
            gun.countDown();
            int home = 0;
            for (Future<?> end : ends) {
                try {
                    end.get();
                    home++;
                } catch (ExecutionException fell) {
                    // counted below
                }
            }
            return new Result(home, lanes - home, Duration.ofNanos(System.nanoTime() - start));
        } finally {
            // the pool stays
        }
    }
}
