// Wrong: the lock is static, so every café in town waits while one of them bakes.
package lazyvalue;

import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;

    private static final Object LOCK = new Object();

    private boolean built;

    private T value;

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        synchronized (LOCK) {
            if (!built) {
                value = supplier.get();
                built = true;
            }
            return value;
        }
    }
}
