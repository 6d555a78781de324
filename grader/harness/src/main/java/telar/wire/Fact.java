package telar.wire;

/**
 * One thing that the child saw, in the order in which it saw them: {@code Ready, (Started, Observed)*, Finished}; or
 * {@link Unfit} alone; or {@link Hanging} at any place, as the last.
 */
public sealed interface Fact {

    /**
     * The canaries have been judged rightly in this JVM: a known race was found, a known deadlock was found, a known right
     * program passed, and an assertion that must fail failed. Nothing counts before this.
     */
    record Ready(String jdk, int canaries) implements Fact {}

    /** The canaries were not judged rightly: nothing that this JVM says may count. */
    record Unfit(String reason) implements Fact {}

    /** A check begins. */
    record Started(String checkId) implements Fact {}

    /** A check has ended. */
    record Observed(Observation observation) implements Fact {}

    /**
     * The parent has lost patience with the check that runs, and asked where it is. The last fact of this JVM.
     *
     * @param checkId the check that runs, or "" if none does
     * @param where one line for each thread that is inside the submission, or a sentence that there is none
     */
    record Hanging(String checkId, String where) implements Fact {}

    /** All planned checks have ended. */
    record Finished() implements Fact {}
}
