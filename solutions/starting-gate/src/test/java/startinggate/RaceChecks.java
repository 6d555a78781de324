package startinggate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.PARALLELISM;
import static telar.wire.Property.SAFETY;
import static telar.wire.TimeMode.ADVERSARIAL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import telar.check.Check;
import telar.check.PlannedFailure;

/** Two lanes show everything. A runner is a plain object: only the race orders what it did. */
class RaceChecks {

    private final Random random = new Random(seed());

    /** Notes how many threads the race had started when this runner set off. */
    private static final class Runner implements Runnable {
        private int startedThreads;
        private int runs;

        @Override
        public void run() {
            startedThreads = threads().names().size();
            runs++;
        }
    }

    /** Sleepers may wake early here: a runner who only sleeps until the gun has surely been fired runs before it. */
    @Check(points = 20, property = SAFETY, time = ADVERSARIAL)
    void nobodyRunsBeforeTheGun() throws InterruptedException {
        List<Runner> runners = List.of(new Runner(), new Runner());

        new Race(2).run(List.copyOf(runners));

        failing(
                WRONG_RESULT,
                () ->
                        assertThat(runners)
                                .extracting(runner -> runner.startedThreads)
                                .as("threads that had been started when each runner set off")
                                .allMatch(n -> n >= 2));
    }

    @Check(points = 15, property = SAFETY)
    void everybodyIsHomeWhenTheRaceIsOver() throws InterruptedException {
        List<Runner> runners = List.of(new Runner(), new Runner());

        Result result = new Race(2).run(List.copyOf(runners));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(runners).extracting(runner -> runner.runs).as("how often each runner has run").containsExactly(1, 1);
                    assertThat(result.home()).as("runners at home").isEqualTo(2);
                    assertThat(result.fell()).as("runners who fell").isZero();
                });
    }

    @Check(points = 10, property = SAFETY)
    void theClockStopsWithTheLast() throws InterruptedException {
        Duration quick = Duration.ofSeconds(10 + random.nextInt(10));
        Duration slow = Duration.ofSeconds(30 + random.nextInt(10));
        List<Runnable> runners = new ArrayList<>();
        runners.add(() -> letTimePass(quick));
        runners.add(random.nextInt(2), () -> letTimePass(slow));

        Result result = new Race(2).run(runners);

        failing(
                WRONG_RESULT,
                () -> assertThat(result.time()).as("from the gun to the last runner").isBetween(slow, slow.plusSeconds(1)));
    }

    @Check(points = 5, property = SAFETY)
    void theClockRunsOnForWhoFallsLast() throws InterruptedException {
        Duration slow = Duration.ofSeconds(30 + random.nextInt(10));
        List<Runnable> runners = new ArrayList<>();
        runners.add(() -> {});
        runners.add(random.nextInt(2), () -> fallAfter(slow));

        Result result = new Race(2).run(runners);

        failing(
                WRONG_RESULT,
                () -> assertThat(result.time()).as("from the gun to the last runner, who fell").isBetween(slow, slow.plusSeconds(1)));
    }

    @Check(points = 15, property = PARALLELISM)
    void afterTheGunAllRunAtOnce() throws InterruptedException {
        var halfWay = rendezvousOf(2);

        Result result = new Race(2).run(List.of(halfWay, halfWay));

        assertThat(result.home()).isEqualTo(2);
    }

    @Check(points = 15, property = LIVENESS)
    void whoFallsHoldsUpNobodyAndIsCounted() throws InterruptedException {
        var good = new Runner();
        List<Runnable> runners = new ArrayList<>(List.of(good));
        runners.add(
                random.nextInt(2),
                () -> {
                    throw new PlannedFailure();
                });

        Result result = new Race(2).run(runners);

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(good.runs).as("how often the other runner has run").isEqualTo(1);
                    assertThat(result.home()).as("runners at home").isEqualTo(1);
                    assertThat(result.fell()).as("runners who fell").isEqualTo(1);
                });
    }

    @Check(points = 10, property = LIVENESS)
    void theTrackServesForTheNextRace() throws InterruptedException {
        var race = new Race(2);
        race.run(List.of(() -> {}, () -> fallAfter(Duration.ofSeconds(10)))); // whoever tidies up on the way home does not now
        List<Runner> runners = List.of(new Runner(), new Runner());
        int before = threads().names().size();

        Result result = race.run(List.copyOf(runners));

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(result.home()).as("runners at home in the second race").isEqualTo(2);
                    assertThat(runners).extracting(runner -> runner.runs).containsExactly(1, 1);
                    assertThat(runners)
                            .extracting(runner -> runner.startedThreads - before)
                            .as("threads of the second race that had been started when each runner set off")
                            .allMatch(n -> n >= 2);
                });
    }

    @Check(points = 5, property = CLEANUP)
    void nobodyStaysOnTheTrack() throws InterruptedException {
        new Race(2).run(List.of(() -> {}, () -> {}));

        letTimePass(Duration.ofMinutes(5)); // a pool may keep idle threads for a while, but not for ever
        assertThat(threads()).noneLeftBehind();
    }

    @Check(points = 5, property = BEHAVIOUR)
    void aRaceWithAWrongNumberOfRunnersDoesNotStart() throws InterruptedException {
        refuses(List.of(new Runner()));
        refuses(List.of(new Runner(), new Runner(), new Runner()));
    }

    private static void refuses(List<Runner> runners) {
        assertThatThrownBy(() -> new Race(2).run(List.copyOf(runners)))
                .as("what a race for two says to %d runners", runners.size())
                .isInstanceOf(IllegalArgumentException.class);
        letTimePass(Duration.ofMinutes(1));

        failing(WRONG_RESULT, () -> assertThat(runners).extracting(runner -> runner.runs).as("how often each has run").containsOnly(0));
        assertThat(threads().names()).as("threads that were started all the same").isEmpty();
    }

    private static void fallAfter(Duration time) {
        letTimePass(time);
        throw new PlannedFailure();
    }
}
