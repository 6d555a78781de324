package telar.engine.runtime;

/** Unwinds a trial run of a blocking call at the point where it would wait. */
final class WouldBlock extends Error {
    private static final long serialVersionUID = 1L;
    static final WouldBlock INSTANCE = new WouldBlock();

    private WouldBlock() {
        super("would block", null, false, false);
    }
}
