package __package__;

/** Counts the visitors of a museum that has more than one door. */
public final class Turnstile {
    private int visitors;

    /** Counts one visitor. */
    public void enter() {
        // TODO Two doors may call this at the same moment.
        visitors++;
    }

    /** How many have come in so far. */
    public int visitors() {
        // TODO The display may look at any moment.
        return visitors;
    }
}
