// Wrong: an atomic flag lets one thread bake; the others do not wait for it and leave with an empty plate.
package lazyvalue;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile T value;

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        if (begun.compareAndSet(false, true)) {
            try {
                value = supplier.get();
            } catch (RuntimeException | Error failed) {
                begun.set(false);
                throw failed;
            }
        }
        return value;
    }
}
