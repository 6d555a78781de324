package telar.verdict;

/**
 * Why a failure got its diagnosis: the row of the {@link Judge}'s table that applied. An assistant who doubts a diagnosis reads
 * this first; the sentences stand in the reports' messages, one for each name.
 */
public enum Rule {
    /** The check's own assertion names the diagnosis. */
    CHECK_SAYS,
    /** Two conflicting accesses that nothing orders. */
    RACE_SEEN,
    /** A rendezvous never filled. */
    COMPANY_NEVER_CAME,
    /** Each thread holds what the next one wants. */
    LOCK_CYCLE_SEEN,
    /** A thread waits for what nobody can send any more. */
    SIGNAL_NEVER_CAME,
    /** Threads are blocked for ever, in no pattern that has a name of its own. */
    BLOCKED_FOR_EVER,
    /** Threads run for ever and get nowhere. */
    NO_PROGRESS_SEEN,
    /** An assertion fails only when a sleeper wakes early. */
    SLEEP_DECIDES,
    /** An assertion failed, and one thread was seen to overwrite another one's write. */
    OVERWRITE_SEEN,
    /** An assertion failed, and a thread was seen to act on a value that had changed meanwhile. */
    STALE_READ_SEEN,
    /** An assertion failed; nothing more is known. */
    ASSERTION_FAILED,
    /** The submission is a test, and no interleaving of it failed in front of something broken. */
    NOTHING_BROKE,
    /** {@link IllegalMonitorStateException} ended a thread. */
    MONITOR_NOT_HELD,
    /** Another exception ended a thread. */
    EXCEPTION_ESCAPED,
    /** The program ended the whole JVM. */
    JVM_ENDED,
    /** The JVM died. */
    JVM_DIED,
    /** The JVM said something that it had no right to say: a person should look for tampering. */
    PROTOCOL_BROKEN,
    /** The JVM did not end within the wall-clock net. */
    JVM_HUNG,
    /** The compiler or the comparison with the skeleton's public API refused the code. */
    COMPILER_REFUSED,
    /** The policy refused the class files. */
    POLICY_REFUSED,
    /** Decided before the judge was asked. */
    GIVEN
}
