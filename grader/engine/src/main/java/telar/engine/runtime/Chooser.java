package telar.engine.runtime;

import java.util.List;

/** Decides who goes on. Deterministic: equal executions get equal choices. */
public interface Chooser {
    /** Returned when nothing new can come of this execution. */
    int REDUNDANT = -2;

    /** Returned when the chooser's plan does not fit this execution. */
    int DIVERGED = -3;

    /**
     * @param execution as far as it has come
     * @param current the thread at whose point the choice is made
     * @param enabled the threads that can go on; never empty
     * @param yielding whether the current thread would rather not go on
     * @return the id of one of {@code enabled}, or {@link #REDUNDANT} or {@link #DIVERGED}
     */
    int choose(Execution execution, LogicalThread current, List<LogicalThread> enabled, boolean yielding);

    /** Whether to be asked even when only one thread is enabled. */
    default boolean wantsForcedChoices() {
        return false;
    }

    /**
     * Whether a thread that leaves for input or output, and whoever has returned from there, takes part in the next choice. Otherwise
     * those inside go on first, as long as they can.
     */
    default boolean letsInEarly() {
        return false;
    }

    /** Goes on with the current thread while it can, then with the next one in turn; sleepers come last. */
    static int inTurn(Execution execution, LogicalThread current, List<LogicalThread> enabled, boolean yielding) {
        if (!yielding && current.state() != LogicalThread.State.SLEEPING && enabled.contains(current)) {
            return current.id();
        }
        int threads = execution.threads().size();
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 1; k <= threads; k++) {
                LogicalThread next = execution.threads().get((current.id() + k) % threads);
                boolean sleeper = next.state() == LogicalThread.State.SLEEPING;
                if (enabled.contains(next) && (pass == 1 || !sleeper && next != current)) {
                    return next.id();
                }
            }
        }
        throw new IllegalStateException("nobody is enabled");
    }
}
