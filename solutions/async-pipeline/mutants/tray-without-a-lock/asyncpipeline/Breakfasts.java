// Wrong: two callbacks fill the same tray from two threads, and nothing orders them.
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
        CompletableFuture<String> drink =
                coffee.copy().completeOnTimeout(Breakfast.WATER, patience.toNanos(), TimeUnit.NANOSECONDS);
        CompletableFuture<Breakfast> breakfast = new CompletableFuture<>();
        String[] tray = new String[2];
        drink.whenComplete((cup, failure) -> put(tray, 0, cup, failure, breakfast));
        bread.whenComplete((slice, failure) -> put(tray, 1, slice, failure, breakfast));
        return breakfast;
    }

    private static void put(
            String[] tray, int place, String thing, Throwable failure, CompletableFuture<Breakfast> breakfast) {
        if (failure != null) {
            breakfast.completeExceptionally(failure);
            return;
        }
        tray[place] = thing;
        if (tray[0] != null && tray[1] != null) {
            breakfast.complete(new Breakfast(tray[0], tray[1]));
        }
    }
}
