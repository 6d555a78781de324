// Wrong: nothing is remembered: every order bakes a new cake, one after another.
package lazyvalue;

import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;

    private final Object lock = new Object();

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        synchronized (lock) {
            return supplier.get();
        }
    }
}
