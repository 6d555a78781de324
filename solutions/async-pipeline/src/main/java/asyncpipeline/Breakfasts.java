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
        // The time-out belongs to the coffee alone. On a copy: the future of the kitchen is not ours to complete.
        // A failure is no lateness; it passes by here and reaches the breakfast by itself.
        CompletableFuture<String> drink =
                coffee.copy().completeOnTimeout(Breakfast.WATER, patience.toNanos(), TimeUnit.NANOSECONDS);
        return drink.thenCombine(bread, Breakfast::new);
    }
}
