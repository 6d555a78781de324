// Wrong: has endless patience.
package asyncpipeline;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

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
        CompletableFuture<String> drink = coffee;
        return drink.thenCombine(bread, Breakfast::new);
    }
}
