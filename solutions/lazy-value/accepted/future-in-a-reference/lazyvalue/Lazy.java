// Idea: who is first puts up a future and runs it; the others wait for it; a future that failed is taken down again.
package lazyvalue;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;
    private final AtomicReference<FutureTask<T>> oven = new AtomicReference<>();

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        FutureTask<T> baking = oven.get();
        if (baking == null) {
            FutureTask<T> mine = new FutureTask<>(supplier::get);
            baking = oven.compareAndExchange(null, mine);
            if (baking == null) {
                baking = mine;
                mine.run();
            }
        }
        try {
            return baking.get();
        } catch (ExecutionException burnt) {
            oven.compareAndSet(baking, null);
            if (burnt.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) burnt.getCause();
        } catch (InterruptedException calledAway) {
            throw new IllegalStateException("interrupted while somebody else is baking", calledAway);
        }
    }
}
