package telar.verdict;

import java.time.Duration;
import telar.wire.Observation;

/**
 * All that is known about one planned check when it comes to be judged. Facts only: the {@link Judge} alone turns them into a
 * {@link Verdict}.
 */
public sealed interface Evidence {

    /** The child JVM ran the check and told what it saw. */
    record Observed(Observation observation) implements Evidence {}

    /**
     * The submission does not compile, lacks a declared file, or its public API is not the skeleton's.
     *
     * @param messages the compiler's, for a reader
     */
    record NotCompiled(String messages) implements Evidence {}

    /**
     * The policy did not let the submission's class files run.
     *
     * @param messages class, line, API and what to use instead
     */
    record Forbidden(String messages) implements Evidence {}

    /**
     * After the submission's classes were loaded the child JVM died: never a pass.
     *
     * @param how for a reader
     */
    record Died(String how) implements Evidence {}

    /**
     * After the submission's classes were loaded the child JVM said something that it had no right to say (a missing, repeated
     * or unauthenticated fact): never a pass, and a person should look.
     *
     * @param how for a reader
     */
    record Tampered(String how) implements Evidence {}

    /**
     * The child JVM did not end within the wall-clock net.
     *
     * @param limit of that net
     * @param where the threads inside the submission were then, one line each, or ""
     */
    record Hung(Duration limit, String where) implements Evidence {}

    /** The child JVM misjudged its canaries, before any submitted class was loaded: nothing that it says may count. */
    record Unfit(String reason) implements Evidence {}

    /** No child JVM could be started, or it never got ready: the grader's own failure. */
    record NotStarted(String reason) implements Evidence {}

    /** The exercise needs a newer JDK than the one that grades. */
    record JdkTooOld(int since) implements Evidence {}

    /** Not run, because the named check did not pass. */
    record DependencyFailed(String checkId) implements Evidence {}
}
