// orTimeout lets the coffee fail; handle turns that one failure into water and lets all others pass.
package asyncpipeline;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        CompletableFuture<String> drink = coffee.thenApply(cup -> cup)
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((cup, failure) -> {
                    if (failure instanceof TimeoutException) {
                        return Breakfast.WATER;
                    }
                    if (failure != null) {
                        throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
                    }
                    return cup;
                });
        return bread.thenCombine(drink, (slice, cup) -> new Breakfast(cup, slice));
    }
}
