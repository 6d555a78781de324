// Wrong: the second guest waits at the lock, but does not look again once it has it, and bakes another cake.
package lazyvalue;

import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;

    private final Object lock = new Object();

    private volatile boolean built;

    private T value;

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        if (!built) {
            synchronized (lock) {
                value = supplier.get();
                built = true;
            }
        }
        synchronized (lock) {
            return value;
        }
    }
}
