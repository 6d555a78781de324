package cancelcleanly;

/** The mountain, as the party meets it. Only the thread of the search calls it. Given: nothing to change here. */
public interface Ground {

    /** Goes up and makes camp. Called once, first. */
    void enter();

    /**
     * Searches one square. May take hours.
     *
     * @return what was found there, or null
     * @throws InterruptedException if the thread is interrupted while this takes its time; a quick look takes no notice
     */
    String look(int square) throws InterruptedException;

    /** Packs up and goes home. Called once, last. */
    void leave();
}
