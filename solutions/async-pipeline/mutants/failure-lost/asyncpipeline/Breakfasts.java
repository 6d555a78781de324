// Wrong: whatever goes wrong with the coffee becomes water, a broken machine as well.
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
        CompletableFuture<String> bread = kitchen.toast();
        CompletableFuture<String> drink = coffee.copy()
                .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionally(failure -> Breakfast.WATER);
        return drink.thenCombine(bread, Breakfast::new);
    }
}
