// Wrong: the display reads without the lock that the doors use.
package __package__;

/** Counts the visitors of a museum that has more than one door. */
public final class Turnstile {
    private int visitors;

    public synchronized void enter() {
        visitors++;
    }

    public int visitors() {
        return visitors;
    }
}
