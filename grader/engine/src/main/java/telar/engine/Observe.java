package telar.engine;

import java.util.List;
import java.util.function.BooleanSupplier;
import telar.engine.runtime.Observers;

/**
 * What an observer inside a scenario (a gauge, a meeting point, a stop-watch) asks of the engine. Observing orders nothing:
 * no call here makes one access of the program happen before another, so it hides no race.
 *
 * <p>Outside an exploration {@link #active} is false and every other method throws {@link IllegalStateException}.
 */
public final class Observe {
    private Observe() {}

    /** Whether the calling thread runs under the engine. */
    public static boolean active() {
        return Observers.active();
    }

    /** A step that the search may reorder against every other observed step on the same subject. */
    public static void step(Object subject, String text) {
        Observers.step(subject, text);
    }

    /**
     * Waits, without ordering anything, until the condition holds. It is evaluated while no thread of the program runs and must
     * read only the observer's own state, which changes only in observed steps on the same subject. If it can never hold, the
     * run fails as a deadlock with the trait {@link Failure.Trait#WAITS_FOR_COMPANY}.
     */
    public static void await(Object subject, String text, BooleanSupplier condition) {
        Observers.await(subject, text, condition);
    }

    /** {@link Thread#start} of a thread of the program. */
    public static void start(Thread thread) {
        Observers.start(thread);
    }

    /** {@link Thread#join()} with a thread of the program. */
    public static void join(Thread thread) throws InterruptedException {
        Observers.join(thread);
    }

    /** {@link Thread#interrupt} of a thread of the program. */
    public static void interrupt(Thread thread) {
        Observers.interrupt(thread);
    }

    /** {@link Thread#isAlive} of a thread of the program. */
    public static boolean isAlive(Thread thread) {
        return Observers.isAlive(thread);
    }

    /** The virtual clock, in nanoseconds since the run began. */
    public static long nanoTime() {
        return Observers.nanoTime();
    }

    /** Lets everybody else go on for this long on the virtual clock. */
    public static void letPass(long nanos) {
        Observers.letPass(nanos);
    }

    /** Every thread started so far in this run, as it is now, without the scenario's own. */
    public static List<ThreadFact> threads() {
        return Observers.threads();
    }

    /**
     * One thread of the program.
     *
     * @param name its name
     * @param daemon whether it is a daemon
     * @param alive whether it has not ended
     * @param doing what it does, for a reader, for instance {@code worker sleeps at Heartbeat.java:31}
     */
    public record ThreadFact(String name, boolean daemon, boolean alive, String doing) {}
}
