// Idea: a ConcurrentHashMap with a single key: computeIfAbsent builds once, and a failure leaves the map empty.
package lazyvalue;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;
    private final ConcurrentMap<String, Optional<T>> shelf = new ConcurrentHashMap<>();

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        return shelf.computeIfAbsent("cake", key -> Optional.ofNullable(supplier.get())).orElse(null);
    }
}
