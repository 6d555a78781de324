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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

        isAlive(heart, false, "before start()");
        heart.start();
        isAlive(heart, true, "after start()");
        letTimePass(A_MOMENT);
        isAlive(heart, true, "during a pause");
        heart.stop();
        letTimePass(A_MOMENT);
        isAlive(heart, false, "a moment after stop()");
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
        isAlive(heart, true, "after start()");
        heart.stop();

        assertThat(threads()).noneLeftBehind();
    }

    @Check(points = 10, property = Property.SAFETY)
    void oneThreadMayAskWhileAnotherStops() {
        Heartbeat heart = new Heartbeat(countingIn(new AtomicInteger(), 1), aLongPeriod());
        heart.start();
        isAlive(heart, true, "after start()");

        together(heart::stop, heart::isAlive);

        letTimePass(A_MOMENT);
        isAlive(heart, false, "a moment after stop()");
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
        AtomicInteger pings = new AtomicInteger();
        Heartbeat heart = new Heartbeat(countingIn(pings, 1), aLongPeriod());

        heart.start();
        letTimePass(A_MOMENT);

        assertThat(threads()).allDaemons();
        failing(Diagnosis.WRONG_RESULT, () -> assertThat(pings.get()).as("pings").isEqualTo(1));
        heart.stop();
    }

    @Check(points = 10, property = Property.CLEANUP, time = TimeMode.REAL)
    void theProgramEndsWithItsHeartStillBeating() {
        ChildJvm program = ChildJvm.of(ProgramWithAHeart.class).run();

        failing(Diagnosis.NOT_A_DAEMON, () -> assertThat(program).endsByItself());
        assertThat(program).endsWith(0);
    }

    /** A program whose main method returns once the heart beats, in a thread that is not main's own. */
    static final class ProgramWithAHeart {
        private static final int NO_PING = 2;

        public static void main(String[] args) throws InterruptedException {
            Thread main = Thread.currentThread();
            CountDownLatch beats = new CountDownLatch(1);
            Runnable ping =
                    () -> {
                        if (Thread.currentThread() != main) {
                            beats.countDown();
                        }
                    };
            new Heartbeat(ping, Duration.ofMillis(100)).start();
            if (!beats.await(20, TimeUnit.SECONDS)) {
                System.exit(NO_PING);
            }
        }
    }

    private static void isAlive(Heartbeat heart, boolean expected, String when) {
        failing(Diagnosis.WRONG_RESULT, () -> assertThat(heart.isAlive()).as("isAlive() " + when).isEqualTo(expected));
    }

    private Duration aLongPeriod() {
        return Duration.ofMinutes(10 + random.nextInt(50));
    }

    /**
     * Counts. A heart that beats more often than it may, or in the thread that starts it, is held, so that the check gets its turn
     * and every run ends.
     */
    private static Runnable countingIn(AtomicInteger pings, int most) {
        Thread starter = Thread.currentThread();
        Rendezvous never = rendezvousOf(2);
        return () -> {
            int tooMany = pings.incrementAndGet() - most;
            if (Thread.currentThread() == starter || tooMany > 2) {
                never.meet();
            } else if (tooMany == 2) {
                failing(Diagnosis.THREAD_LEFT_BEHIND, () -> fail("The heart still beats long after it was stopped."));
            } else if (tooMany == 1) {
                letTimePass(Duration.ofDays(1));
            }
        };
    }
}
