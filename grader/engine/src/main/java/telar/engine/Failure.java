package telar.engine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What broke in a run.
 *
 * @param kind the kind of failure
 * @param traits what the engine noticed about it, for a diagnosis
 * @param message what happened, in one or a few lines
 * @param error the throwable that ended the run, where there was one
 */
public record Failure(Kind kind, Set<Trait> traits, String message, Optional<Throwable> error) {

    public Failure {
        // In the order of their declaration, so that equal failures read alike.
        traits =
                traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
    }

    /** The kinds of failure. */
    public enum Kind {
        /** Two conflicting accesses that nothing orders. */
        DATA_RACE,
        /** Threads wait for each other, or for something that nobody can do any more. */
        DEADLOCK,
        /** Threads run for ever without getting anywhere. */
        NO_PROGRESS,
        /** An {@link AssertionError} reached the end of the scenario or of a thread. */
        ASSERTION,
        /** Another throwable reached the end of the scenario or of a thread without a handler. */
        EXCEPTION,
        /** The program ended the whole JVM ({@code System.exit}, {@code Runtime.halt}). */
        EXIT
    }

    /** Facts that tell one bug from another. */
    public enum Trait {
        /** The waiting threads form a cycle: each holds what the next one wants. */
        LOCK_CYCLE,
        /** A thread waits for a signal (notify, unpark, count-down, an element …) that nobody can send any more. */
        WAITS_FOR_SIGNAL,
        /** A thread waits at a meeting point of the observer ({@link Observe#await}) for company that cannot come. */
        WAITS_FOR_COMPANY,
        /** A thread read a value, another wrote it, and the first then overwrote that write. */
        LOST_UPDATE,
        /** A thread acted on a value that another thread had changed since it was read. */
        STALE_CHECK,
        /** Seen only with {@link Time#ADVERSARIAL} time: the outcome depends on a sleep. */
        DEPENDS_ON_SLEEP,
        /** Seen only when a wait woke without a signal, or a weak compare-and-set failed without a reason. */
        NEEDS_SPURIOUS_WAKEUP
    }
}
