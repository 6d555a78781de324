package lazyvalue;

import java.util.function.Supplier;

/**
 * A value that is built when it is asked for the first time, and only once.
 *
 * <p>Looking, building and remembering are one step, because all of it happens under one lock. Who comes while the value is being
 * built waits at that lock, and finds it finished.
 */
public final class Lazy<T> {

    private final Supplier<? extends T> supplier;

    /** Guards built and value. One for each object: two cafés do not wait for each other. */
    private final Object lock = new Object();

    /** A flag of its own, because null may be the value. */
    private boolean built;

    private T value;

    /** A value that this supplier will build. Nothing is built yet. */
    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    /** The value; builds it if nobody has asked before. */
    public T get() {
        synchronized (lock) {
            if (!built) {
                value = supplier.get();
                // Only after the supplier has returned: if it throws, nothing is remembered and the next one tries again.
                built = true;
            }
            return value;
        }
    }
}
