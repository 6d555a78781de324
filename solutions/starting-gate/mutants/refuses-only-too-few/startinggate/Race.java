// Wrong: one runner too many is not refused.
package startinggate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

public final class Race {
    private final int lanes;

    public Race(int lanes) {
        this.lanes = lanes;
    }

    public Result run(List<Runnable> runners) throws InterruptedException {
        if (runners.size() < lanes) {
            throw new IllegalArgumentException(runners.size() + " runners for " + lanes + " lanes");
        }
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
            gun.await();
            runner.run();
            home.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }
}
