// Wrong: volatile lets everybody see the flag; still both see that there is no cake, and both bake one.
package lazyvalue;

import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;

    private volatile boolean built;

    private volatile T value;

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        if (!built) {
            value = supplier.get();
            built = true;
        }
        return value;
    }
}
