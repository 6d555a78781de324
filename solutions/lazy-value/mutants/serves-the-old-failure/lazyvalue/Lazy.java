// Wrong: the exception of the first attempt is kept and thrown at everybody who orders later.
package lazyvalue;

import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;

    private final Object lock = new Object();

    private boolean built;

    private T value;
    private RuntimeException failure;

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        synchronized (lock) {
            if (!built) {
                try {
                    value = supplier.get();
                } catch (RuntimeException burnt) {
                    failure = burnt;
                }
                built = true;
            }
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }
}
