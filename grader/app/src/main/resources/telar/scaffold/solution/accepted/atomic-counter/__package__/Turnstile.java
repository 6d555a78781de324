// Right: an atomic number counts in one step, without a lock.
package __package__;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the visitors of a museum that has more than one door. */
public final class Turnstile {
    private final AtomicInteger visitors = new AtomicInteger();

    public void enter() {
        visitors.incrementAndGet();
    }

    public int visitors() {
        return visitors.get();
    }
}
