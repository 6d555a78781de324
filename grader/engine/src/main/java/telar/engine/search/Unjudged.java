package telar.engine.search;

/** Ends an exploration without a verdict. */
final class Unjudged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unjudged(String reason) {
        super(reason, null, false, false);
    }
}
