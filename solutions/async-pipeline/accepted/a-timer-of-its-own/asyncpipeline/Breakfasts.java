// A scheduled executor of its own pours the water, and is shut down when the breakfast is ready.
package asyncpipeline;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public final class Breakfasts {

    private final Kitchen kitchen;
    private final Duration patience;

    public Breakfasts(Kitchen kitchen, Duration patience) {
        this.kitchen = kitchen;
        this.patience = patience;
    }

    public CompletableFuture<Breakfast> serve() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        CompletableFuture<String> drink = new CompletableFuture<>();
        timer.schedule(() -> drink.complete(Breakfast.WATER), patience.toNanos(), TimeUnit.NANOSECONDS);
        kitchen.brew().whenComplete((cup, failure) -> {
            if (failure == null) {
                drink.complete(cup);
            } else {
                drink.completeExceptionally(failure);
            }
        });
        CompletableFuture<Breakfast> breakfast = kitchen.toast().thenCombine(drink, (slice, cup) -> new Breakfast(cup, slice));
        breakfast.whenComplete((served, failure) -> timer.shutdownNow());
        return breakfast;
    }
}
