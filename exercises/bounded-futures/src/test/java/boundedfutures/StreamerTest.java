package boundedfutures;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time-out is only a net: without it, a table that never gets free would keep Maven waiting for ever. */
@Timeout(30)
class StreamerTest {

    @Test
    void theLettersAreFiledInOrder() throws Exception {
        List<String> archive = new ArrayList<>();

        new Streamer(2, 2).process(List.of("a", "b", "c").iterator(), letter -> letter + "'", archive::add);

        assertThat(archive).containsExactly("a'", "b'", "c'");
    }

    @Test
    void twoTranslatorsWorkAtTheSameTime() throws Exception {
        CountDownLatch bothAtWork = new CountDownLatch(2);
        List<Boolean> archive = new ArrayList<>();
        Function<String, Boolean> work =
                letter -> {
                    bothAtWork.countDown();
                    return waitFor(bothAtWork);
                };

        new Streamer(2, 2).process(List.of("a", "b").iterator(), work, archive::add);

        assertThat(archive).containsExactly(true, true);
    }

    @Test
    void anUnreadableLetterIsReported() {
        List<String> archive = new ArrayList<>();
        Function<String, String> work =
                letter -> {
                    if (letter.equals("b")) {
                        throw new IllegalStateException("this letter is unreadable");
                    }
                    return letter + "'";
                };

        assertThatThrownBy(() -> new Streamer(1, 2).process(List.of("a", "b", "c").iterator(), work, archive::add))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("this letter is unreadable");
        assertThat(archive).containsExactly("a'");
    }

    /** Whether the latch opened in time. */
    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(10, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
