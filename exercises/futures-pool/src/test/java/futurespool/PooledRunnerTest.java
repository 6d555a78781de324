package futurespool;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time-out is only a net: without it, a runAll that never returns would keep Maven waiting for ever. */
@Timeout(30)
class PooledRunnerTest {

    @Test
    void thePhotosComeInTheOrderOfTheFilms() throws Exception {
        List<Callable<String>> films = List.of(() -> "beach", () -> "wedding", () -> "cat");

        assertThat(new PooledRunner(2).runAll(films)).containsExactly("beach", "wedding", "cat");
    }

    @Test
    void twoWorkersDevelopAtTheSameTime() throws Exception {
        CountDownLatch bothInTheDarkroom = new CountDownLatch(2);
        Callable<Boolean> film =
                () -> {
                    bothInTheDarkroom.countDown();
                    return bothInTheDarkroom.await(10, SECONDS);
                };

        assertThat(new PooledRunner(2).runAll(List.of(film, film))).containsExactly(true, true);
    }

    @Test
    void aBurntFilmIsNotKeptSecret() {
        Callable<String> burnt =
                () -> {
                    throw new IllegalStateException("the film is burnt");
                };
        AtomicInteger developed = new AtomicInteger();
        Callable<String> good =
                () -> {
                    developed.incrementAndGet();
                    return "cat";
                };

        assertThatThrownBy(() -> new PooledRunner(2).runAll(List.of(burnt, good)))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("the film is burnt");
        assertThat(developed.get()).as("films developed beside the burnt one").isEqualTo(1);
    }
}
