// Wrong: the flag says "built" before the value is there; who comes in between is served nothing.
package lazyvalue;

import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;

    private final Object lock = new Object();

    private volatile boolean built;

    private volatile T value;

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        if (!built) {
            synchronized (lock) {
                if (!built) {
                    built = true;
                    value = supplier.get();
                }
            }
        }
        return value;
    }
}
