// Wrong: when the toast comes it asks once more whether the coffee is there by now.
package asyncpipeline;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Serves breakfasts, and never waits for the kitchen. */
public final class Breakfasts {

    private final Kitchen kitchen;
    private final Duration patience;

    /** @param patience how long the coffee may take before water is served */
    public Breakfasts(Kitchen kitchen, Duration patience) {
        this.kitchen = kitchen;
        this.patience = patience;
    }

    /** Starts both machines and returns at once with the future of the breakfast. */
    public CompletableFuture<Breakfast> serve() {
        // Both machines are started before anything is hung on them: neither waits for the other.
        CompletableFuture<String> coffee = kitchen.brew();
        CompletableFuture<String> bread = kitchen.toast();
        CompletableFuture<String> drink =
                coffee.copy().completeOnTimeout(Breakfast.WATER, patience.toNanos(), TimeUnit.NANOSECONDS);
        return drink.thenCombine(
                bread,
                (cup, slice) -> new Breakfast(coffee.isDone() && !coffee.isCompletedExceptionally() ? coffee.join() : cup, slice));
    }
}
