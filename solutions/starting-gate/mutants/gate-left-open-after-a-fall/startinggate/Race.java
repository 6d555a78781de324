// Wrong: the gate is closed again only if everybody comes home.
package startinggate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

public final class Race {
    private final int lanes;
    private boolean open;

    public Race(int lanes) {
        this.lanes = lanes;
    }

    public Result run(List<Runnable> runners) throws InterruptedException {
        if (runners.size() != lanes) {
            throw new IllegalArgumentException(runners.size() + " runners for " + lanes + " lanes");
        }
        CountDownLatch ready = new CountDownLatch(lanes);
        CountDownLatch ended = new CountDownLatch(lanes);
        AtomicInteger home = new AtomicInteger();
        for (Runnable runner : runners) {
            new Thread(() -> runOneLane(runner, ready, ended, home)).start();
        }
        ready.await();
        long start = System.nanoTime();
        synchronized (this) {
            open = true;
            notifyAll();
        }
        ended.await();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new Result(home.get(), lanes - home.get(), time);
    }

    private void runOneLane(
            Runnable runner, CountDownLatch ready, CountDownLatch ended, AtomicInteger home) {
        try {
            ready.countDown();
            synchronized (this) {
                while (!open) {
                    wait();
                }
            }
            runner.run();
            if (home.incrementAndGet() == lanes) {
                synchronized (this) {
                    open = false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }
}
