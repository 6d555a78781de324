// Wrong: a value of null looks as if nothing had been built, and the supplier is asked again.
package lazyvalue;

import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;

    private final Object lock = new Object();

    private T value;

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        synchronized (lock) {
            if (value == null) {
                value = supplier.get();
            }
            return value;
        }
    }
}
