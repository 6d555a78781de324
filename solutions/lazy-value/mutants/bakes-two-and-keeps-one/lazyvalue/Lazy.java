// Wrong: compareAndSet keeps only the first cake, but by then the second one has been baked as well.
package lazyvalue;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;
    private final AtomicReference<Slice<T>> slice = new AtomicReference<>();

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        if (slice.get() == null) {
            slice.compareAndSet(null, new Slice<>(supplier.get()));
        }
        return slice.get().value();
    }

    private record Slice<T>(T value) {}
}
