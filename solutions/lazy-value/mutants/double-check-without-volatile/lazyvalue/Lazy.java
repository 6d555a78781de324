// Wrong: the first look happens without the lock, and nothing promises that who sees the flag also sees the cake.
package lazyvalue;

import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;

    private final Object lock = new Object();

    private boolean built;

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
