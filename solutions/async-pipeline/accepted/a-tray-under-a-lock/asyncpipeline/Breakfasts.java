// By hand: callbacks put things on a tray that is guarded by its monitor; whoever makes it complete serves it.
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
        Tray tray = new Tray();
        CompletableFuture<String> coffee = kitchen.brew();
        CompletableFuture<String> toast = kitchen.toast();
        coffee.copy()
                .completeOnTimeout(Breakfast.WATER, patience.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((cup, failure) -> tray.put(cup, null, failure));
        toast.whenComplete((slice, failure) -> tray.put(null, slice, failure));
        return tray.served;
    }

    private static final class Tray {
        private final CompletableFuture<Breakfast> served = new CompletableFuture<>();
        private String drink;
        private String bread;

        void put(String cup, String slice, Throwable failure) {
            if (failure != null) {
                served.completeExceptionally(failure);
                return;
            }
            Breakfast ready = null;
            synchronized (this) {
                drink = cup == null ? drink : cup;
                bread = slice == null ? bread : slice;
                if (drink != null && bread != null) {
                    ready = new Breakfast(drink, bread);
                }
            }
            if (ready != null) {
                served.complete(ready);
            }
        }
    }
}
