package startinggate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RaceTest {

    @Test
    void theRaceEndsWhenTheLastOneIsHome() throws InterruptedException {
        AtomicInteger home = new AtomicInteger();

        Result result = new Race(2).run(Collections.nCopies(2, home::incrementAndGet));

        assertThat(home.get()).as("runners who are home when run returns").isEqualTo(2);
        assertThat(result.home()).isEqualTo(2);
        assertThat(result.fell()).isZero();
    }

    @Test
    void allRunAtTheSameTime() throws InterruptedException {
        CountDownLatch onTheTrack = new CountDownLatch(2);
        AtomicInteger sawTheOther = new AtomicInteger();
        Runnable runner =
                () -> {
                    onTheTrack.countDown();
                    try {
                        if (onTheTrack.await(10, TimeUnit.SECONDS)) {
                            sawTheOther.incrementAndGet();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                };

        new Race(2).run(List.of(runner, runner));

        assertThat(sawTheOther.get()).as("runners who were on the track together").isEqualTo(2);
    }

    @Test
    void aRaceNeedsARunnerInEachLane() {
        assertThatThrownBy(() -> new Race(2).run(List.of(() -> {}))).isInstanceOf(IllegalArgumentException.class);
    }
}
