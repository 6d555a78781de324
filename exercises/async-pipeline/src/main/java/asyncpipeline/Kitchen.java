package asyncpipeline;

import java.util.concurrent.CompletableFuture;

/** Two machines that work side by side. Given: nothing to change here. */
public interface Kitchen {

    /** Starts the coffee machine and returns at once. The future fails if the machine breaks. */
    CompletableFuture<String> brew();

    /** Starts the toaster and returns at once. The future fails if the toaster breaks. */
    CompletableFuture<String> toast();
}
