// Wrong: nothing orders the two doors.
package __package__;

/** Counts the visitors of a museum that has more than one door. */
public final class Turnstile {
    private int visitors;

    public void enter() {
        visitors++;
    }

    public int visitors() {
        return visitors;
    }
}
