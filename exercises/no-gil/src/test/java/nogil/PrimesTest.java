package nogil;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time-out is only a net: without it, a count that never ends would keep Maven waiting for ever. */
@Timeout(30)
class PrimesTest {

    @Test
    void tenPrimesUpToThirty() throws InterruptedException {
        assertThat(Primes.count(30, 1)).as("primes up to 30, one slice").isEqualTo(10);
        assertThat(Primes.count(30, 2)).as("primes up to 30, two slices").isEqualTo(10);
        assertThat(Primes.count(31, 4)).as("primes up to 31, four slices").isEqualTo(11);
    }

    @Test
    void fewNumbersAndManySlices() throws InterruptedException {
        assertThat(Primes.count(1, 2)).as("primes up to 1").isZero();
        assertThat(Primes.count(3, 4)).as("primes up to 3, four slices").isEqualTo(2);
    }

    @Test
    void twoPupilsCountAtTheSameTime() throws InterruptedException {
        CountDownLatch bothCount = new CountDownLatch(2);
        ThreadLocal<Boolean> hasBegun = ThreadLocal.withInitial(() -> false);

        int met = Primes.count(5, 2, n -> {
            if (!hasBegun.get()) {
                hasBegun.set(true);
                bothCount.countDown();
            }
            return waitFor(bothCount);
        });

        assertThat(met).as("numbers that were tested while both were at work").isEqualTo(4);
    }

    /** Whether the latch opened in time. */
    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(3, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
