package semaphoreworkers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CappedRunnerTest {

    @Test
    void everyLoafIsBakedOnce() throws InterruptedException {
        AtomicInteger baked = new AtomicInteger();
        Runnable loaf = baked::incrementAndGet;

        new CappedRunner(2).runAll(Collections.nCopies(3, loaf));

        assertThat(baked.get()).as("loaves baked").isEqualTo(3);
    }

    @Test
    void twoLoavesNeverShareTheOnlyOven() throws InterruptedException {
        CountDownLatch twoInside = new CountDownLatch(2);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Runnable loaf =
                () -> {
                    int now = inside.incrementAndGet();
                    most.accumulateAndGet(now, Math::max);
                    // A loaf stays in the oven for a while, so that one too many has time to come in.
                    twoInside.countDown();
                    waitFor(twoInside, 200);
                    inside.decrementAndGet();
                };

        new CappedRunner(1).runAll(List.of(loaf, loaf));

        assertThat(most.get()).as("most loaves in the oven at once").isEqualTo(1);
    }

    @Test
    void twoOvensBakeAtTheSameTime() throws InterruptedException {
        CountDownLatch bothInside = new CountDownLatch(2);
        AtomicInteger sawTheOther = new AtomicInteger();
        Runnable loaf =
                () -> {
                    bothInside.countDown();
                    if (waitFor(bothInside, SECONDS.toMillis(10))) {
                        sawTheOther.incrementAndGet();
                    }
                };

        new CappedRunner(2).runAll(List.of(loaf, loaf));

        assertThat(sawTheOther.get()).as("loaves that were in an oven together").isEqualTo(2);
    }

    /** Whether the latch opened in time. */
    private static boolean waitFor(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
