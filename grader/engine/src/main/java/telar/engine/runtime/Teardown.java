package telar.engine.runtime;

/** Unwinds a logical thread whose execution has ended. Never seen by the program unless it catches {@link Throwable}. */
final class Teardown extends Error {
    private static final long serialVersionUID = 1L;
    static final Teardown INSTANCE = new Teardown();

    private Teardown() {
        super("this run has ended", null, false, false);
    }
}
