package telar.wire;

/** How time passes in a check. */
public enum TimeMode {
    /** Virtual; sleepers wake only when nobody else can run. */
    IDEAL,
    /** Virtual; sleepers may wake early, so that a sleep orders nothing. */
    ADVERSARIAL,
    /** Real: run once, uninstrumented, with generous caps. For sockets, processes and the end of a JVM. */
    REAL
}
