package telar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {

    private static Explore explore(String body) {
        String[] names = body.split("\\.");
        return Explore.of(Fixtures.program("bodies"), Scenario.of("bodies." + names[0], names[1])).schedules(400);
    }

    @ParameterizedTest
    @CsvSource({
        "Monitors.sellsTheSeatInTwoBlocks, IDEAL, ASSERTION",
        "Monitors.countsUnderTwoLocks, IDEAL, DATA_RACE",
        "ReentrantLocks.locksInTwoOrders, IDEAL, DEADLOCK",
        "Waiting.waitsInAnIfAlone, IDEAL, ASSERTION", // needs a spurious wake-up
        "Waiting.awaitsInAnIfAlone, IDEAL, ASSERTION", // likewise
        "SpuriousEvents.lightsByAWeakHandle, IDEAL, ASSERTION", // needs a weak compare-and-set to fail
        "Deadlocks.giveWayToEachOther, IDEAL, NO_PROGRESS", // needs threads that stay in step
        "Threads.ordersBySleeping, ADVERSARIAL, ASSERTION",
        "Deadlocks.spinsForEver, IDEAL, NO_PROGRESS",
        "Races.throwsInASideThread, IDEAL, EXCEPTION",
        "Races.exitsInMidRun, IDEAL, EXIT"
    })
    void replaysACounterexample(String body, Time time, Failure.Kind kind) {
        Counterexample found = explore(body).time(time).run().counterexample();
        Schedule written = Schedule.parse(found.schedule().toString());
        Counterexample once = explore(body).time(time).replay(written).counterexample();
        Counterexample twice = explore(body).time(time).replay(written).counterexample();
        assertThat(once.failure().kind()).isEqualTo(kind).isEqualTo(found.failure().kind());
        assertThat(once.schedule()).isEqualTo(found.schedule()).isEqualTo(twice.schedule());
        assertThat(once.interleaving()).isEqualTo(twice.interleaving());
        assertThat(once.interleaving().steps()).isEqualTo(found.interleaving().steps()).isNotEmpty();
    }

    @Test
    void tellsTheValuesOfTheProgramsOwnAtomicsAndNotThoseInsideThePool() {
        assertThat(lines("Endings.assertsByTheKeyword")).contains("calls AtomicInteger.incrementAndGet: 0 becomes 1");
        assertThat(lines("Pools.addsInTheTasksOfAFixedPool")).contains("calls ExecutorService.shutdown");
    }

    private static List<String> lines(String body) {
        return explore(body).run().counterexample().interleaving().steps().stream().map(Interleaving.Step::text).toList();
    }

    @Test
    void doesNotJudgeWithTheScheduleOfAnotherProgram() {
        assertThat(explore("Monitors.countsUnderOneLock").replay(Schedule.parse("0x2.7x3")).result())
                .isInstanceOf(Exploration.NotJudged.class);
    }

    @Test
    void rejectsOptionsThatItDoesNotKnow() {
        assertThatThrownBy(() -> explore("Monitors.countsUnderOneLock").replay(Schedule.parse("Q~0x2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"Q\" is not an option");
    }

    @Test
    void saysWhatAFailureDependsOn() {
        assertThat(explore("Waiting.waitsInAnIfAlone").run().counterexample().failure().traits())
                .contains(Failure.Trait.NEEDS_SPURIOUS_WAKEUP);
        assertThat(explore("Threads.ordersBySleeping").time(Time.ADVERSARIAL).run().counterexample().failure().traits())
                .contains(Failure.Trait.DEPENDS_ON_SLEEP);
        assertThat(explore("Deadlocks.takesThreeMonitorsInARing").run().counterexample().failure().traits())
                .contains(Failure.Trait.LOCK_CYCLE);
        assertThat(explore("Waiting.losesTheSignal").run().counterexample().failure().traits())
                .contains(Failure.Trait.WAITS_FOR_SIGNAL);
    }

    @Test
    void saysHowMuchAPassCovers() {
        assertThat(explore("Monitors.countsUnderOneLock").run().strength()).isEqualTo(Strength.of(Strength.Kind.ALL));
        assertThat(explore("Threads.asksForAnInterruptAndClearsIt").run().strength())
                .isEqualTo(Strength.of(Strength.Kind.SEQUENTIAL));
    }
}
