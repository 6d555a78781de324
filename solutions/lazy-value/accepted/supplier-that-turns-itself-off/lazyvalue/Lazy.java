// Idea: the supplier is also the flag: whoever holds the lock and still finds one builds, and throws it away afterwards.
package lazyvalue;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

public final class Lazy<T> {

    private final ReentrantLock kitchen = new ReentrantLock();
    private Supplier<? extends T> supplier;
    private T value;

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        kitchen.lock();
        try {
            if (supplier != null) {
                value = supplier.get();
                supplier = null;
            }
            return value;
        } finally {
            kitchen.unlock();
        }
    }
}
