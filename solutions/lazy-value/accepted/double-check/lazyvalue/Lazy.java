// Idea: a volatile flag is looked at first, so that later orders need no lock; whoever takes the lock looks again.
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
                if (!built) {
                    value = supplier.get();
                    built = true;
                }
            }
        }
        return value;
    }
}
