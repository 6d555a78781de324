// Wrong: a coffee machine that breaks fails the breakfast at once, also when the water has long been served.
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
        CompletableFuture<Breakfast> breakfast = drink.thenCombine(bread, Breakfast::new);
        coffee.whenComplete((cup, failure) -> {
            if (failure != null) {
                breakfast.completeExceptionally(failure);
            }
        });
        return breakfast;
    }
}
