package asyncpipeline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time-out is only a net: without it, a waiter who waits for ever would keep Maven waiting as well. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BreakfastsTest {

    private final CompletableFuture<String> coffee = new CompletableFuture<>();
    private final CompletableFuture<String> toast = new CompletableFuture<>();
    private final Kitchen kitchen =
            new Kitchen() {
                @Override
                public CompletableFuture<String> brew() {
                    return coffee;
                }

                @Override
                public CompletableFuture<String> toast() {
                    return toast;
                }
            };

    @Test
    void theWaiterDoesNotStandBesideTheMachines() throws Exception {
        CompletableFuture<Breakfast> breakfast = new Breakfasts(kitchen, Duration.ofMinutes(5)).serve();

        coffee.complete("coffee");
        toast.complete("toast");

        assertThat(breakfast.get(10, SECONDS)).isEqualTo(new Breakfast("coffee", "toast"));
    }

    @Test
    void coffeeThatNeverComesBecomesWater() throws Exception {
        toast.complete("toast");

        CompletableFuture<Breakfast> breakfast = new Breakfasts(kitchen, Duration.ofMillis(50)).serve();

        assertThat(breakfast.get(10, SECONDS)).isEqualTo(new Breakfast(Breakfast.WATER, "toast"));
    }

    @Test
    void aBrokenToasterIsReported() {
        CompletableFuture<Breakfast> breakfast = new Breakfasts(kitchen, Duration.ofMinutes(5)).serve();

        coffee.complete("coffee");
        toast.completeExceptionally(new IllegalStateException("the toaster is broken"));

        assertThatThrownBy(() -> breakfast.get(10, SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("the toaster is broken");
    }
}
