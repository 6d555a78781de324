package telar.wire;

/** What a check is about; partial credit is given by property. */
public enum Property {
    /** It does what it says, with one thread. */
    BEHAVIOUR,
    /** Nothing bad happens in any interleaving. */
    SAFETY,
    /** Something good happens in the end. */
    LIVENESS,
    /** Work that may overlap does overlap. */
    PARALLELISM,
    /** Nothing is left behind. */
    CLEANUP
}
