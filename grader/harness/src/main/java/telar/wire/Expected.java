package telar.wire;

/** What a check is to come to. */
public enum Expected {
    /** It holds in every interleaving that the search tries. */
    PASS,
    /**
     * It breaks in at least one: the submission is a test, and what it is put in front of is broken. That the engine fails it, by
     * an assertion, a data race, a deadlock …, is then what passes.
     */
    FAILURE
}
