package telar.check;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import telar.engine.Observe;
import telar.wire.Diagnosis;

/**
 * Everything that a check is written with, to be imported statically beside AssertJ's {@code Assertions}.
 *
 * <p>Under the engine all of it runs in virtual time and in every interleaving; a check in real time uses the threads and the
 * clock of this JVM, with caps so generous that only code that hangs meets them. What is observed orders nothing: no call here
 * hides a data race, apart from {@link #together}, which starts and joins threads.
 */
public final class Checks {
    /** How long real time may take before a wait is given up. */
    static final Duration REAL_CAP = Duration.ofSeconds(30);

    private Checks() {}

    /**
     * Runs each body in a thread of its own ({@code first}, {@code second}, {@code third} …) and waits until all have ended.
     * What a body threw is thrown again then; what the others threw is attached to it as suppressed.
     */
    public static void together(Body... bodies) {
        Together.run(bodies);
    }

    /** A meeting point for {@code n} threads. */
    public static Rendezvous rendezvousOf(int n) {
        return new Rendezvous(n);
    }

    /** A stop-watch that starts now. */
    public static VirtualTime virtualTime() {
        return new VirtualTime();
    }

    /** The calling thread steps aside for this long, so that everybody else can go on. */
    public static void letTimePass(Duration duration) {
        if (Observe.active()) {
            Observe.letPass(duration.toNanos());
            return;
        }
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /** The threads that the submission has started, seen from outside. */
    public static ThreadsView threads() {
        return new ThreadsView();
    }

    /** A number from the run's recorded seed, the same in every interleaving: draw parameters from {@code new Random(seed())}. */
    public static long seed() {
        return Seed.current();
    }

    /** Runs an assertion; if it fails, says what is wrong by its name. */
    public static void failing(Diagnosis diagnosis, Body assertion) {
        try {
            assertion.run();
        } catch (AssertionError failed) {
            throw new CheckFailure(diagnosis, failed.getMessage(), failed);
        } catch (Exception e) {
            throw Rethrow.unchecked(e);
        }
    }

    /** Repeats an assertion until it holds, for at most 30 seconds. For checks in real time only. */
    public static void eventually(Body assertion) {
        if (Observe.active()) {
            throw new IllegalStateException(
                    "eventually(…) is for checks in real time; write time = TimeMode.REAL, or use letTimePass(…) here");
        }
        try {
            Awaitility.await().pollInSameThread().atMost(REAL_CAP).untilAsserted(assertion::run);
        } catch (ConditionTimeoutException timeout) {
            Throwable last = timeout.getCause() == null ? timeout : timeout.getCause();
            throw new AssertionError("Even after " + TimeInWords.of(REAL_CAP) + ": " + last.getMessage(), last);
        }
    }

    public static GaugeAssert assertThat(Gauge gauge) {
        return new GaugeAssert(gauge);
    }

    public static VirtualTimeAssert assertThat(VirtualTime time) {
        return new VirtualTimeAssert(time);
    }

    public static ThreadsAssert assertThat(ThreadsView threads) {
        return new ThreadsAssert(threads);
    }

    public static ChildJvmAssert assertThat(ChildJvm jvm) {
        return new ChildJvmAssert(jvm);
    }
}
