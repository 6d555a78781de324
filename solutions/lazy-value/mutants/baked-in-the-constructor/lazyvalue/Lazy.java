// Wrong: the cake is baked before anybody has ordered it.
package lazyvalue;

import java.util.function.Supplier;

public final class Lazy<T> {

    private final T value;

    public Lazy(Supplier<? extends T> supplier) {
        value = supplier.get();
    }

    public T get() {
        return value;
    }
}
