// Wrong: a TimeoutException of the coffee machine itself is taken for the end of the patience.
package asyncpipeline;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
                coffee.copy().orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS).exceptionally(Breakfasts::waterIfLate);
        return drink.thenCombine(bread, Breakfast::new);
    }

    private static String waterIfLate(Throwable failure) {
        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
        if (reason instanceof TimeoutException) {
            return Breakfast.WATER;
        }
        throw new CompletionException(reason);
    }
}
