// Wrong: a broken toaster becomes a breakfast without toast, and nobody is told.
package asyncpipeline;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public final class Breakfasts {

    private final Kitchen kitchen;
    private final Duration patience;

    public Breakfasts(Kitchen kitchen, Duration patience) {
        this.kitchen = kitchen;
        this.patience = patience;
    }

    public CompletableFuture<Breakfast> serve() {
        CompletableFuture<String> coffee = kitchen.brew();
        CompletableFuture<String> bread = kitchen.toast().exceptionally(failure -> null);
        CompletableFuture<String> drink =
                coffee.copy().completeOnTimeout(Breakfast.WATER, patience.toNanos(), TimeUnit.NANOSECONDS);
        return drink.thenCombine(bread, Breakfast::new);
    }
}
