package telar.check;

/** Throws what another piece of code threw, as it was. */
final class Rethrow {
    private Rethrow() {}

    /** Never returns; declared to return so that a caller can write {@code throw Rethrow.unchecked(e)}. */
    static RuntimeException unchecked(Throwable thrown) {
        return Rethrow.<RuntimeException>as(thrown);
    }

    @SuppressWarnings("unchecked") // the cast is not checked at run time, which is the point: the throwable keeps its type
    private static <T extends Throwable> T as(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
