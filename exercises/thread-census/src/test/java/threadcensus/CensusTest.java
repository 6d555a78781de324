package threadcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CensusTest {

    private final Census census = new Census();

    @Test
    void thisThreadGetsItsCard() {
        ThreadCard card = census.describe();

        assertThat(card.pid()).as("pid").isEqualTo(ProcessHandle.current().pid());
        assertThat(card.name()).as("name").isEqualTo(Thread.currentThread().getName());
        assertThat(card.alive()).as("alive").isTrue();
    }

    @Test
    void theNightWatchKnowsItsName() throws InterruptedException {
        ThreadCard[] card = new ThreadCard[1];

        Thread thread = census.startNamed("night watch", () -> card[0] = census.describe());
        thread.join();

        assertThat(thread.getName()).isEqualTo("night watch");
        assertThat(card[0].name()).as("name on the card").isEqualTo("night watch");
    }

    @Test
    void twoThreadsAtOnceGetTwoNames() throws InterruptedException {
        String[] names = new String[2];
        Thread one = new Thread(() -> names[0] = census.start(() -> {}).getName());
        Thread other = new Thread(() -> names[1] = census.start(() -> {}).getName());

        one.start();
        other.start();
        one.join();
        other.join();

        assertThat(Arrays.asList(names)).containsExactlyInAnyOrder("worker-1", "worker-2");
    }
}
