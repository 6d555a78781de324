// Wrong: who comes home stamps the time, who falls does not.
package startinggate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

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
        CountDownLatch ended = new CountDownLatch(lanes);
        AtomicInteger home = new AtomicInteger();
        AtomicLong last = new AtomicLong();
        for (Runnable runner : runners) {
            new Thread(() -> runOneLane(runner, ready, gun, ended, home, last)).start();
        }
        ready.await();
        long start = System.nanoTime();
        gun.countDown();
        ended.await();
        Duration time = Duration.ofNanos(last.get() - start);
        return new Result(home.get(), lanes - home.get(), time);
    }

    private static void runOneLane(
            Runnable runner, CountDownLatch ready, CountDownLatch gun, CountDownLatch ended, AtomicInteger home, AtomicLong last) {
        try {
            ready.countDown();
            gun.await();
            runner.run();
            last.accumulateAndGet(System.nanoTime(), Math::max);
            home.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }
}
