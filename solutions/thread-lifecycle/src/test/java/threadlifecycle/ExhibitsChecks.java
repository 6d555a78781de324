package threadlifecycle;

import static java.lang.Thread.State.BLOCKED;
import static java.lang.Thread.State.NEW;
import static java.lang.Thread.State.RUNNABLE;
import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.eventually;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.wire.Diagnosis.THREAD_LEFT_BEHIND;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.SAFETY;
import static telar.wire.TimeMode.ADVERSARIAL;
import static telar.wire.TimeMode.REAL;

import java.time.Duration;
import java.util.Random;
import telar.check.Check;

class ExhibitsChecks {

    /** As much as an exhibit may need to get ready, or to end: nothing, on the virtual clock. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Random random = new Random(seed());

    @Check(points = 10, property = BEHAVIOUR)
    void theBeginningAndTheEnd() throws InterruptedException {
        staysInItsState(NEW);
        staysInItsState(TERMINATED);
    }

    @Check(points = 10, property = BEHAVIOUR)
    void aRunnableExhibitRuns() throws InterruptedException {
        staysInItsState(RUNNABLE);
    }

    @Check(points = 20, property = SAFETY)
    void aBlockedExhibitStandsBeforeALock() throws InterruptedException {
        staysInItsState(BLOCKED);
    }

    @Check(points = 15, property = SAFETY)
    void aWaitingExhibitWaits() throws InterruptedException {
        staysInItsState(WAITING);
    }

    @Check(points = 10, property = SAFETY)
    void aTimedWaitingExhibitHasAnAlarmClock() throws InterruptedException {
        staysInItsState(TIMED_WAITING);
    }

    @Check(points = 5, property = SAFETY, time = ADVERSARIAL)
    void nobodyGuessesWhenItIsReady() throws InterruptedException {
        var exhibit = shown(WAITING);

        exhibit.close();
    }

    @Check(points = 10, property = SAFETY)
    void everyExhibitStandsForItself() throws InterruptedException {
        var first = shown(BLOCKED);
        var second = shown(BLOCKED);

        first.close();
        letTimePass(A_MOMENT);

        failing(WRONG_RESULT, () -> assertThat(second.thread().getState()).as("the other exhibit").isEqualTo(BLOCKED));
        second.close();
    }

    @Check(points = 15, property = CLEANUP)
    void everybodyGoesHomeAtClosingTime() throws InterruptedException {
        for (var state : Thread.State.values()) {
            var exhibit = shown(state);
            exhibit.close();
            letTimePass(A_MOMENT);
            failing(
                    THREAD_LEFT_BEHIND,
                    () -> assertThat(exhibit.thread().isAlive()).as("the closed exhibit %s is alive", state).isFalse());
        }

        assertThat(threads()).noneLeftBehind();
    }

    @Check(points = 5, property = BEHAVIOUR, time = REAL)
    void theJvmOutsideAgrees() throws InterruptedException {
        for (var state : Thread.State.values()) {
            var curator = new Curator(state);
            curator.setDaemon(true);
            curator.start();
            eventually(() -> assertThat(curator.isAlive()).as("inState(%s) is still at work", state).isFalse());
            curator.join();
            var exhibit = curator.exhibit;
            assertThat(exhibit.thread().getState()).as("the state of the exhibit").isEqualTo(state);
            exhibit.close();
            eventually(() -> assertThat(exhibit.thread().isAlive()).as("the closed exhibit %s is alive", state).isFalse());
        }
    }

    private void staysInItsState(Thread.State state) throws InterruptedException {
        var exhibit = shown(state);
        letTimePass(Duration.ofMinutes(20 + random.nextInt(100)));
        failing(WRONG_RESULT, () -> assertThat(exhibit.thread().getState()).as("the state hours later").isEqualTo(state));
        exhibit.close();
    }

    /** Has the exhibit set up in another thread, so that one that never gets ready does not hold up the check. */
    private static Exhibit shown(Thread.State state) throws InterruptedException {
        var curator = new Curator(state);
        curator.start();
        // A limit that expires only when nobody else can go on, also where sleepers wake early.
        curator.join(A_MOMENT.toMillis());
        if (curator.isAlive()) {
            failing(WRONG_RESULT, () -> fail("inState(" + state + ") does not come back."));
        }
        assertThat(curator.seen).as("the state when inState has come back").isEqualTo(state);
        return curator.exhibit;
    }

    /** Sets up one exhibit and looks at it at once. Its fields may be read after join. */
    private static final class Curator extends Thread {
        private final Thread.State state;
        private Exhibit exhibit;
        private Thread.State seen;

        Curator(Thread.State state) {
            super("curator of " + state);
            this.state = state;
        }

        @Override
        public void run() {
            try {
                exhibit = Exhibits.inState(state);
                seen = exhibit.thread().getState();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
