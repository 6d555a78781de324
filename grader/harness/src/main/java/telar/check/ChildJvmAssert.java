package telar.check;

import telar.wire.Diagnosis;

/** What a check can say about a program that ran in a JVM of its own. */
public final class ChildJvmAssert {
    private final ChildJvm jvm;

    ChildJvmAssert(ChildJvm jvm) {
        this.jvm = jvm;
    }

    /** It ended without being stopped. */
    public ChildJvmAssert endsByItself() {
        if (!jvm.exited()) {
            throw new CheckFailure(
                    Diagnosis.THREAD_LEFT_BEHIND,
                    "The program should end by itself, but it was still running after "
                            + TimeInWords.of(Checks.REAL_CAP) + ": a thread that is not a daemon keeps it alive.");
        }
        return this;
    }

    /** It ended by itself, with this exit code. */
    public ChildJvmAssert endsWith(int exitCode) {
        endsByItself();
        if (jvm.exitCode() != exitCode) {
            throw new AssertionError(
                    "The program should end with exit code " + exitCode + ", but it ended with " + jvm.exitCode() + ".");
        }
        return this;
    }
}
