// Whichever comes first: the coffee, or a glass of water that is due when the patience ends.
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
        CompletableFuture<String> water = new CompletableFuture<>();
        CompletableFuture<String> coffee = kitchen.brew();
        CompletableFuture<String> bread = kitchen.toast();
        water.completeOnTimeout(Breakfast.WATER, patience.toNanos(), TimeUnit.NANOSECONDS);
        return coffee.applyToEither(water, drink -> drink)
                .thenCompose(drink -> bread.thenApply(slice -> new Breakfast(drink, slice)));
    }
}
