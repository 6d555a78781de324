// Idea: the lock guards only the notes; who bakes does it outside, and the others wait to be notified.
package lazyvalue;

import java.util.function.Supplier;

public final class Lazy<T> {

    private final Supplier<? extends T> supplier;
    private boolean baking;
    private boolean built;
    private T value;

    public Lazy(Supplier<? extends T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        if (mustBake()) {
            bake();
        }
        synchronized (this) {
            return value;
        }
    }

    private synchronized boolean mustBake() {
        boolean interrupted = false;
        while (baking) {
            try {
                wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        baking = !built;
        return baking;
    }

    private void bake() {
        T fresh = null;
        boolean done = false;
        try {
            fresh = supplier.get();
            done = true;
        } finally {
            finish(fresh, done);
        }
    }

    private synchronized void finish(T fresh, boolean done) {
        value = fresh;
        built = done;
        baking = false;
        notifyAll();
    }
}
