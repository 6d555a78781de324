package overlappingio;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time-out is only a net: without it, a fetchAll that never returns would keep Maven waiting for ever. */
@Timeout(30)
class PagesTest {

    private static final URI HERALD = URI.create("https://herald.example/");
    private static final URI TIMES = URI.create("https://times.example/");

    @Test
    void eachPageLiesUnderItsAddress() throws Exception {
        Map<URI, String> pages = Pages.fetchAll(List.of(HERALD, TIMES), address -> "front page of " + address.getHost());

        assertThat(pages.get(HERALD)).isEqualTo("front page of herald.example");
        assertThat(pages.get(TIMES)).isEqualTo("front page of times.example");
        assertThat(pages.size()).as("number of pages").isEqualTo(2);
    }

    @Test
    void twoPagesAreOnTheirWayAtTheSameTime() throws Exception {
        CountDownLatch bothOnTheirWay = new CountDownLatch(2);
        Fetcher fetcher =
                address -> {
                    bothOnTheirWay.countDown();
                    return waitFor(bothOnTheirWay) ? "met the other" : "alone";
                };

        Map<URI, String> pages = Pages.fetchAll(List.of(HERALD, TIMES), fetcher);

        assertThat(pages.get(HERALD)).isEqualTo("met the other");
        assertThat(pages.get(TIMES)).isEqualTo("met the other");
    }

    @Test
    void aMissingPageIsReported() {
        Fetcher fetcher =
                address -> {
                    if (address.equals(TIMES)) {
                        throw new IOException("no answer");
                    }
                    return "front page";
                };

        assertThatThrownBy(() -> Pages.fetchAll(List.of(HERALD, TIMES), fetcher)).isInstanceOf(IOException.class);
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
