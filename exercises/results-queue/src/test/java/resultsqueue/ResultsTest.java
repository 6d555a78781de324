package resultsqueue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time-out is only a net: without it, a reader whose card never comes would keep Maven waiting for ever. */
@Timeout(20)
class ResultsTest {

    @Test
    void aScoutSendsACardHome() throws Exception {
        BlockingQueue<Result<String>> home = new LinkedBlockingQueue<>();
        var scout = new PipedThread<>(home, () -> "a lake");

        scout.start();
        scout.join();

        assertThat(home.size()).isEqualTo(1);
        assertThat(home.take().value()).isEqualTo("a lake");
    }

    @Test
    void theCardSaysWhoseItIs() throws Exception {
        BlockingQueue<Result<String>> home = new LinkedBlockingQueue<>();
        Callable<String> task = () -> "a lake";
        var scout = new PipedThread<>(home, task);

        scout.start();
        scout.join();

        assertThat(home.size()).isEqualTo(1);
        assertThat(home.take().task() == task).as("the card names the scout's own task").isTrue();
    }

    @Test
    void aScoutWhoFailsSendsACardToo() throws Exception {
        BlockingQueue<Result<String>> home = new LinkedBlockingQueue<>();
        var scout = new PipedThread<String>(home, () -> {
            throw new IllegalStateException("lost in the fog");
        });

        scout.start();
        scout.join();

        assertThat(home.size()).isEqualTo(1);
        var card = home.take();
        assertThat(card.failed()).isTrue();
        assertThat(card.failure().getMessage()).isEqualTo("lost in the fog");
    }

    @Test
    void everyCardIsCollected() throws Exception {
        List<Callable<String>> tasks = List.of(() -> "a lake", () -> "a cave");

        List<String> places = new ArrayList<>();
        for (Result<String> card : Results.collect(tasks)) {
            places.add(card.value());
        }

        assertThat(places).containsExactlyInAnyOrder("a lake", "a cave");
    }

    @Test
    void noScoutsMeanNoCards() throws Exception {
        List<Callable<String>> nobody = List.of();

        assertThat(Results.collect(nobody).size()).isZero();
    }
}
