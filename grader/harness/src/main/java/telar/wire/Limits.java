package telar.wire;

/** Sizes that no honest frame exceeds, in bytes or elements. */
final class Limits {
    static final int FRAME = 1 << 20;
    static final int PLAN = 4 << 20;
    static final int TEXT = 256 << 10;
    static final int LIST = 10_000;

    private Limits() {}
}
