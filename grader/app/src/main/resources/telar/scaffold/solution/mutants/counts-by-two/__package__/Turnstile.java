// Wrong: every visitor is counted twice.
package __package__;

/** Counts the visitors of a museum that has more than one door. */
public final class Turnstile {
    private int visitors;

    public synchronized void enter() {
        visitors += 2;
    }

    public synchronized int visitors() {
        return visitors;
    }
}
