// Wrong: looks only once, when the patience ends: nobody gets breakfast before.
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
        CompletableFuture<String> timer = new CompletableFuture<String>()
                .completeOnTimeout(Breakfast.WATER, patience.toNanos(), TimeUnit.NANOSECONDS);
        CompletableFuture<String> drink =
                timer.thenCompose(water -> coffee.isDone() ? coffee : CompletableFuture.completedFuture(water));
        return drink.thenCombine(bread, Breakfast::new);
    }
}
