// Wrong: both guests look into plain fields, both bake, and nothing orders what they write and read.
package lazyvalue;

import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;

    private boolean built;

    private T value;

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
