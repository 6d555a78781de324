// Wrong: a runner sleeps until the gun has surely been fired, instead of waiting for it.
package startinggate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A track with lanes, on which one race after another can be run. */
public final class Race {
    private final int lanes;

    /** A track with so many lanes, at least one. */
    public Race(int lanes) {
        this.lanes = lanes;
    }

    /**
     * Runs one race: nobody before the gun, and the clock stops with the last.
     *
     * @throws IllegalArgumentException if there is not exactly one runner for each lane
     * @throws InterruptedException if interrupted while waiting
     */
    public Result run(List<Runnable> runners) throws InterruptedException {
        if (runners.size() != lanes) {
            throw new IllegalArgumentException(runners.size() + " runners for " + lanes + " lanes");
        }
        // New latches for each race: one that is open never closes again.
        CountDownLatch ready = new CountDownLatch(lanes);
        CountDownLatch gun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(lanes);
        AtomicInteger home = new AtomicInteger();
        for (Runnable runner : runners) {
            new Thread(() -> runOneLane(runner, ready, gun, ended, home)).start();
        }
        ready.await();
        long start = System.nanoTime();
        gun.countDown();
        ended.await();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new Result(home.get(), lanes - home.get(), time);
    }

    private static void runOneLane(
            Runnable runner, CountDownLatch ready, CountDownLatch gun, CountDownLatch ended, AtomicInteger home) {
        try {
            ready.countDown();
            Thread.sleep(1000);
            runner.run();
            home.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // On every way out: who falls would otherwise be waited for for ever.
            ended.countDown();
        }
    }
}
