// Wrong: the time-out is on the whole breakfast: slow toast costs the guest the coffee.
package asyncpipeline;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
        return coffee.thenCombine(bread, Breakfast::new)
                .copy()
                .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .handle((served, failure) -> failure instanceof TimeoutException)
                .thenCompose(late -> late
                        ? bread.thenApply(slice -> new Breakfast(Breakfast.WATER, slice))
                        : coffee.thenCombine(bread, Breakfast::new));
    }
}
