// Wrong: volatile makes the number visible, but adding stays three steps.
package __package__;

/** Counts the visitors of a museum that has more than one door. */
public final class Turnstile {
    private volatile int visitors;

    public void enter() {
        visitors++;
    }

    public int visitors() {
        return visitors;
    }
}
