// Wrong: the flag is set in finally, so a burnt cake counts as baked and everybody gets null.
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
        synchronized (lock) {
            if (!built) {
                try {
                    value = supplier.get();
                } finally {
                    built = true;
                }
            }
            return value;
        }
    }
}
