package checks;

import static org.assertj.core.api.Assertions.*;
import static telar.check.Checks.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import submitted.Counter;
import submitted.Trouble;
import telar.check.Check;
import telar.check.Gauge;
import telar.check.PlannedFailure;
import telar.wire.Diagnosis;
import telar.wire.Property;
import telar.wire.TimeMode;

/** Checks of the harness' own fixtures, each named after what must come out. */
class VirtualChecks {
    private final Counter counter = new Counter();
    private final Trouble trouble = new Trouble();
    private List<String> calls;

    @BeforeEach
    void prepare() {
        calls = new ArrayList<>(List.of("before"));
    }

    @AfterEach
    void finish() {
        calls.add("after");
    }

    @Check(points = 1, property = Property.SAFETY)
    void passes() {
        together(counter::incrementRightly, counter::incrementRightly);
        assertThat(counter.right()).isEqualTo(2);
    }

    @Check(points = 1, property = Property.BEHAVIOUR)
    void passesAfterPreparation() {
        assertThat(calls).containsExactly("before");
    }

    @Check(points = 1, property = Property.SAFETY)
    void findsTheRace() {
        together(counter::incrementRacily, counter::incrementRacily);
        assertThat(counter.racy()).isEqualTo(2);
    }

    @Check(points = 1, property = Property.SAFETY)
    void findsTheLostUpdate() {
        together(counter::incrementInTwoSteps, counter::incrementInTwoSteps);
        assertThat(counter.torn()).isEqualTo(2);
    }

    @Check(points = 1, property = Property.LIVENESS)
    void findsTheDeadlock() {
        together(trouble::leftThenRight, trouble::rightThenLeft);
    }

    @Check(points = 1, property = Property.LIVENESS)
    void findsTheExit() {
        trouble.exit();
    }

    @Check(points = 1, property = Property.LIVENESS)
    void findsTheEndlessLoop() {
        trouble.spin();
    }

    @Check(points = 1, property = Property.LIVENESS)
    void findsTheMissedSignal() throws InterruptedException {
        trouble.waitForEver();
    }

    @Check(points = 1, property = Property.BEHAVIOUR)
    void findsTheUncaughtException() throws InterruptedException {
        trouble.failInAThread().join();
    }

    @Check(points = 1, property = Property.BEHAVIOUR)
    void findsAnExceptionThatLies() {
        trouble.throwAnExceptionThatLies();
    }

    @Check(points = 1, property = Property.BEHAVIOUR)
    void passesAPlannedFailure() throws InterruptedException {
        var thread = new Thread(() -> { throw new PlannedFailure(); });
        thread.start();
        thread.join();
        assertThatThrownBy(() -> together(() -> { throw new PlannedFailure("planned"); })).hasMessage("planned");
    }

    @Check(points = 1, property = Property.SAFETY)
    void findsTooManyAtOnce() {
        var gauge = new Gauge();
        trouble.allAtOnce(gauge.around(() -> {}, 3));
        assertThat(gauge).neverExceeded(2);
    }

    @Check(points = 1, property = Property.PARALLELISM)
    void passesWhenTheyMeet() {
        var gauge = new Gauge();
        trouble.allAtOnce(gauge.around(rendezvousOf(2), 2));
        assertThat(gauge).reached(2).neverExceeded(2).isEmpty();
    }

    @Check(points = 1, property = Property.PARALLELISM)
    void findsThatNobodyMeets() {
        trouble.oneAfterTheOther(new Gauge().around(rendezvousOf(2), 2));
    }

    @Check(points = 1, property = Property.CLEANUP)
    void findsTheThreadLeftBehind() {
        trouble.leaveAThreadBehind();
        assertThat(threads()).number(1).allDaemons().allNamedLike("straggler").noneLeftBehind();
    }

    @Check(points = 1, property = Property.CLEANUP)
    void findsTheThreadThatIsNoDaemon() throws InterruptedException {
        var thread = new Thread(() -> {}, "weaver");
        thread.start();
        thread.join();
        assertThat(threads()).noneLeftBehind().allDaemons();
    }

    @Check(points = 1, property = Property.BEHAVIOUR)
    void passesInVirtualTime() {
        var time = virtualTime();
        letTimePass(Duration.ofHours(1));
        assertThat(time).took(Duration.ofHours(1));
    }

    @Check(points = 1, property = Property.BEHAVIOUR)
    void passesWithAwaitility() {
        var done = new AtomicBoolean();
        new Thread(
                        () -> {
                            letTimePass(Duration.ofSeconds(5));
                            done.set(true);
                        })
                .start();
        Awaitility.await().atMost(10, TimeUnit.SECONDS).until(done::get);
    }

    @Check(points = 1, property = Property.BEHAVIOUR)
    void findsItsNameForWhatIsWrong() {
        failing(Diagnosis.LIVELOCK, () -> assertThat(1).isEqualTo(2));
    }

    @Check(points = 1, property = Property.BEHAVIOUR)
    void findsTheSeed() {
        assertThat(new Random(seed()).nextInt(1_000)).as("drawn from " + seed()).isEqualTo(-1);
    }

    @Check(points = 1, property = Property.BEHAVIOUR)
    void passesQuietly() {
        Trouble.print(1_000);
    }

    @Check(points = 1, property = Property.SAFETY, time = TimeMode.ADVERSARIAL)
    void findsTheSleep() {
        together(
                () -> counter.incrementRightly(),
                () -> {
                    Thread.sleep(100);
                    assertThat(counter.right()).isEqualTo(1);
                });
    }
}
