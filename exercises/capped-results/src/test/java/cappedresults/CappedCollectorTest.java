package cappedresults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CappedCollectorTest {

    @Test
    void everyFilmSendsACard() throws InterruptedException {
        Callable<String> beach = () -> "beach";
        Callable<String> spoilt =
                () -> {
                    throw new IllegalStateException("light came in");
                };

        List<Result<String>> results = new CappedCollector(1).collect(List.of(beach, spoilt));

        assertThat(results).hasSize(2);
        assertThat(results).filteredOn(result -> result.task() == beach).first().extracting(Result::value).isEqualTo("beach");
        assertThat(results).filteredOn(result -> result.task() == spoilt).first().extracting(Result::failed).isEqualTo(true);
    }

    @Test
    void twoFilmsNeverShareTheOnlyTank() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch twoInside = new CountDownLatch(2);
        Callable<Integer> film =
                () -> {
                    int now = inside.incrementAndGet();
                    most.accumulateAndGet(now, Math::max);
                    // A film stays in the tank for a while, so that one too many has time to come in.
                    twoInside.countDown();
                    twoInside.await(200, TimeUnit.MILLISECONDS);
                    inside.decrementAndGet();
                    return now;
                };
        List<Callable<Integer>> films = new ArrayList<>(List.of(film, film));

        new CappedCollector(1).collect(films);

        assertThat(most.get()).as("most films in the tank at once").isEqualTo(1);
    }
}
