package lazyvalue;

import java.util.function.Supplier;

/** A value that is built when it is asked for the first time, and only once. */
public final class Lazy<T> {

    private final Supplier<? extends T> supplier;
    private boolean built;
    private T value;

    /** A value that this supplier will build. Nothing is built yet. */
    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    /** The value; builds it if nobody has asked before. */
    public T get() {
        // TODO Two guests order at the same moment. How many cakes are baked?
        //      And what does the second one get while the first one is still being baked?
        if (!built) {
            built = true;
            value = supplier.get();
        }
        return value;
    }
}
