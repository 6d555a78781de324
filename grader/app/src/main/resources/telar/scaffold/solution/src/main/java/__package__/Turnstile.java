package __package__;

/** Counts the visitors of a museum that has more than one door. */
public final class Turnstile {
    /** Guarded by this object's lock. */
    private int visitors;

    /** Reading, adding and writing back are one step for whoever uses the same lock. */
    public synchronized void enter() {
        visitors++;
    }

    /** The lock is needed for reading, too: without it nothing orders this read after the doors' writes. */
    public synchronized int visitors() {
        return visitors;
    }
}
