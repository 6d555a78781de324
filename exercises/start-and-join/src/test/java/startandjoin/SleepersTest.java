package startandjoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SleepersTest {

    @Test
    void allTenLinesComeBack() throws InterruptedException {
        List<String> lines = Sleepers.wakeAll(10, Duration.ofMillis(100), line -> {});

        assertThat(lines).hasSize(10).doesNotHaveDuplicates().contains("sleeper 1 is awake", "sleeper 10 is awake");
    }

    @Test
    void goodbyeIsTheLastWord() throws InterruptedException {
        StringBuffer log = new StringBuffer();

        Sleepers.wakeAll(1, Duration.ofMillis(100), log::append);
        log.append(". Goodbye!");

        assertThat(log.toString()).isEqualTo("sleeper 1 is awake. Goodbye!");
    }

    @Test
    void fourNapsTakeNoLongerThanOne() throws InterruptedException {
        Duration nap = Duration.ofSeconds(1);

        long start = System.nanoTime();
        List<String> lines = Sleepers.wakeAll(4, nap, line -> {});
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(lines).hasSize(4);
        // One after another they would need four seconds.
        assertThat(took).isBetween(nap, Duration.ofSeconds(3));
    }
}
