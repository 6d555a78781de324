package asyncpipeline;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Serves breakfasts, and never waits for the kitchen. */
public final class Breakfasts {

    private final Kitchen kitchen;
    private final Duration patience;

    /** @param patience how long the coffee may take before water is served */
    public Breakfasts(Kitchen kitchen, Duration patience) {
        this.kitchen = kitchen;
        this.patience = patience;
    }

    /** Starts both machines and returns at once with the future of the breakfast. */
    public CompletableFuture<Breakfast> serve() {
        // TODO Today the waiter stands beside the coffee machine, then beside the toaster, with endless patience.
        //      Say instead what is to happen when something is done.
        String drink = kitchen.brew().join();
        String bread = kitchen.toast().join();
        return CompletableFuture.completedFuture(new Breakfast(drink, bread));
    }
}
