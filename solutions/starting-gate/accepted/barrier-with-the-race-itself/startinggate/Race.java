// Right: a CyclicBarrier on which the runners and the race meet; the end by join.
package startinggate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

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
        CyclicBarrier line = new CyclicBarrier(lanes + 1);
        boolean[] home = new boolean[lanes]; // each runner has a place of its own, read after join
        Thread[] threads = new Thread[lanes];
        for (int i = 0; i < lanes; i++) {
            int lane = i;
            threads[i] =
                    new Thread(
                            () -> {
                                try {
                                    line.await();
                                    runners.get(lane).run();
                                    home[lane] = true;
                                } catch (InterruptedException | BrokenBarrierException e) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            threads[i].start();
        }
        try {
            line.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        long start = System.nanoTime();
        int arrived = 0;
        for (int i = 0; i < lanes; i++) {
            threads[i].join();
            arrived += home[i] ? 1 : 0;
        }
        return new Result(arrived, lanes - arrived, Duration.ofNanos(System.nanoTime() - start));
    }
}
