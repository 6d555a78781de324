package heartbeatdaemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;
import static telar.check.Checks.virtualTime;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import telar.check.Check;
import telar.check.ChildJvm;
import telar.check.PlannedFailure;
import telar.check.Rendezvous;
import telar.check.VirtualTime;
import telar.wire.Diagnosis;
import telar.wire.Property;
import telar.wire.TimeMode;

/** On the virtual clock an hour costs nothing, so periods are long and counts are exact. */
class HeartbeatChecks {

    /** Much more than "at once" needs, much less than any period that must not be waited out. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Random random = new Random(seed());

    @Check(points = 15, property = Property.BEHAVIOUR)
    void itBeatsOnceEveryPeriod() {
        int beats = 3 + random.nextInt(2);
        Duration period = Duration.ofMillis(1_100 + 10 * random.nextInt(80));
        AtomicInteger pings = new AtomicInteger();
        Heartbeat heart = new Heartbeat(countingIn(pings, beats), period);

        heart.start();
        letTimePass(period.multipliedBy(beats - 1).plus(period.dividedBy(2)));

        failing(
                Diagnosis.WRONG_RESULT,
                () -> assertThat(pings.get()).as("pings in %s and a half periods", beats - 1).isEqualTo(beats));
        heart.stop();
    }

    @Check(points = 10, property = Property.BEHAVIOUR)
    void itIsAliveFromStartToStop() {
        Heartbeat heart = new Heartbeat(countingIn(new AtomicInteger(), 1), aLongPeriod());

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(heart.isAlive()).as("alive before start()").isFalse());
        heart.start();
        failing(Diagnosis.WRONG_RESULT, () -> assertThat(heart.isAlive()).as("alive after start()").isTrue());
        letTimePass(A_MOMENT);
        failing(Diagnosis.WRONG_RESULT, () -> assertThat(heart.isAlive()).as("alive during a pause").isTrue());
        heart.stop();
        letTimePass(A_MOMENT);
        failing(Diagnosis.WRONG_RESULT, () -> assertThat(heart.isAlive()).as("alive a moment after stop()").isFalse());
    }

    @Check(points = 20, property = Property.LIVENESS)
    void stopWakesASleepingHeart() {
        AtomicInteger pings = new AtomicInteger();
        Heartbeat heart = new Heartbeat(countingIn(pings, 1), aLongPeriod());
        heart.start();
        letTimePass(A_MOMENT);

        VirtualTime stopping = virtualTime();
        heart.stop();

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(stopping).tookAtMost(A_MOMENT));
        assertThat(threads()).noneLeftBehind();
        failing(Diagnosis.WRONG_RESULT, () -> assertThat(pings.get()).as("pings").isEqualTo(1));
    }

    @Check(points = 15, property = Property.SAFETY)
    void aStopRightAfterTheStartIsHeard() {
        Heartbeat heart = new Heartbeat(countingIn(new AtomicInteger(), 1), aLongPeriod());

        heart.start();
        heart.stop();

        assertThat(threads()).noneLeftBehind();
    }

    @Check(points = 10, property = Property.SAFETY)
    void oneThreadMayAskWhileAnotherStops() {
        Heartbeat heart = new Heartbeat(countingIn(new AtomicInteger(), 1), aLongPeriod());
        heart.start();

        together(heart::stop, heart::isAlive);

        letTimePass(A_MOMENT);
        failing(Diagnosis.WRONG_RESULT, () -> assertThat(heart.isAlive()).as("alive a moment after stop()").isFalse());
    }

    @Check(points = 10, property = Property.LIVENESS)
    void aFailedPingIsNotTheLast() {
        int failed = 1 + random.nextInt(2);
        Duration period = Duration.ofSeconds(10);
        AtomicInteger pings = new AtomicInteger();
        Runnable counting = countingIn(pings, 3);
        Heartbeat heart =
                new Heartbeat(
                        () -> {
                            counting.run();
                            if (pings.get() == failed) {
                                throw new PlannedFailure("the network is down");
                            }
                        },
                        period);

        heart.start();
        letTimePass(period.multipliedBy(2).plus(period.dividedBy(2)));

        failing(
                Diagnosis.WRONG_RESULT,
                () -> assertThat(pings.get()).as("pings in two and a half periods, one of them failed").isEqualTo(3));
        heart.stop();
    }

    @Check(points = 10, property = Property.CLEANUP)
    void theHeartIsADaemon() {
        Heartbeat heart = new Heartbeat(countingIn(new AtomicInteger(), 1), aLongPeriod());

        heart.start();
        letTimePass(A_MOMENT);

        assertThat(threads()).allDaemons();
        heart.stop();
    }

    @Check(points = 10, property = Property.CLEANUP, time = TimeMode.REAL)
    void theProgramEndsWithItsHeartStillBeating() {
        ChildJvm program = ChildJvm.of(ProgramWithAHeart.class).run();

        failing(Diagnosis.NOT_A_DAEMON, () -> assertThat(program).endsByItself());
        assertThat(program).endsWith(0);
    }

    /** A program whose main method returns once the heart beats. */
    static final class ProgramWithAHeart {
        public static void main(String[] args) {
            new Heartbeat(() -> {}, Duration.ofMillis(100)).start();
        }
    }

    private Duration aLongPeriod() {
        return Duration.ofMinutes(10 + random.nextInt(50));
    }

    /** Counts. A heart that beats more often than it may is held, so that the check gets its turn and every run ends. */
    private static Runnable countingIn(AtomicInteger pings, int most) {
        Thread starter = Thread.currentThread();
        Rendezvous never = rendezvousOf(2);
        return () -> {
            int tooMany = pings.incrementAndGet() - most;
            if (tooMany == 1 && Thread.currentThread() != starter) {
                letTimePass(Duration.ofDays(1));
            } else if (tooMany == 2 && Thread.currentThread() != starter) {
                failing(Diagnosis.THREAD_LEFT_BEHIND, () -> fail("The heart still beats long after it was stopped."));
            } else if (tooMany > 0) {
                never.meet();
            }
        };
    }
}
