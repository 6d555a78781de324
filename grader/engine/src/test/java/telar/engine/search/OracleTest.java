package telar.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.engine.search.Walks.UNBOUNDED;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import telar.engine.search.GeneratedProgram.Kind;
import telar.engine.search.GeneratedProgram.Op;
import telar.engine.search.Walks.Seen;

/** Partial-order reduction must leave out schedules, never an order of dependent steps: trying everything is the oracle. */
class OracleTest {
    /** So many generated programs are compared to the end. */
    private static final int PROGRAMS = 2_000;

    private static final int MOST_OPERATIONS = 8;

    /** A generated program counts only if trying everything takes fewer runs than this. About three quarters do. */
    private static final int LIMIT = 120;

    /** For every so many generated programs a bounded search is compared too. */
    private static final int BOUNDED_EVERY = 5;

    @ParameterizedTest
    @ValueSource(strings = {
        "Tiny.twoMonitors", "Tiny.lockTwiceTwo", "Tiny.lockThriceOne", "Tiny.readersOnly", "Tiny.nothingShared",
        "Tiny.oneWriteTwoReads", "Tiny.oneWriterTwoReaders", "Tiny.threeWriters", "Tiny.twoWritersOneReader",
        "Tiny.storeBuffering", "Tiny.loadBuffering", "Tiny.messagePassing", "Tiny.claims", "Tiny.oppositeLocks",
        "Tiny.oppositeOrders", "Tiny.oneSeat", "Tiny.onePermit", "Tiny.latchOfTwo", "Tiny.condition", "Tiny.waitAndNotify",
        "Tiny.readersAndWriter", "Tiny.spinOnVolatile", "Tiny.spinOnSwap", "Tiny.interrupt", "Tiny.heldByTryLock",
        "Counted.twoWritesTwoReads", "Counted.twoPairs", "Counted.enoughPermits", "Counted.oneWaitsInVain", "Counted.lockedNap",
        "Counted.joinBetweenReads", "Counted.joinThenWrite", "Counted.oneWriterOneReader", "Counted.twoLockReaders",
        "Counted.linkedTwoEach", "Counted.barrierOfTwo", "Counted.threeClaims", "Counted.poolOfOne"
    })
    void provesThatReductionSeesEveryTraceOf(String program) {
        Walks walks = of(program);
        Seen reduced = walks.reduced(1_000);
        assertThat(reduced.finished()).isTrue();
        compare(reduced, walks.everything(UNBOUNDED, 400), program);
    }

    /** Calls inside the JDK that wait in the middle of a step, and interrupts that are taken back. */
    @ParameterizedTest
    @ValueSource(strings = {
        "Interrupts.cancelsATask", "Interrupts.inInvokeAll", "Pools.nestsTasksInTwoWorkers", "Pools.invokesAll",
        "Pools.addsTheResultsOfAFixedPool"
    })
    void provesThatReductionSeesEveryTraceInsideTheJdk(String program) {
        Walks walks = Walks.of("bodies." + program.substring(0, program.indexOf('.')), program.substring(program.indexOf('.') + 1));
        Seen reduced = walks.reduced(1_000);
        assertThat(reduced.finished()).isTrue();
        compare(reduced, walks.everything(UNBOUNDED, 5_000), program);
    }

    @ParameterizedTest
    @CsvSource({
        "Tiny.lockTwiceTwo, 0", "Tiny.lockTwiceTwo, 1", "Tiny.lockTwiceTwo, 2", "Tiny.threeWriters, 0", "Tiny.threeWriters, 1",
        "Tiny.threeWriters, 2", "Tiny.storeBuffering, 0", "Tiny.storeBuffering, 1", "Tiny.storeBuffering, 2",
        "Tiny.oppositeLocks, 0", "Tiny.oppositeLocks, 1", "Tiny.latchOfTwo, 0", "Tiny.latchOfTwo, 1", "Tiny.onePermit, 0",
        "Tiny.onePermit, 1", "Tiny.waitAndNotify, 0", "Tiny.waitAndNotify, 1", "Tiny.condition, 0", "Tiny.condition, 1",
        "Counted.lockedNap, 0", "Counted.oneWaitsInVain, 0"
    })
    void provesThatTheBoundedSearchIsCompleteWithinItsBound(String program, int bound) {
        Walks walks = of(program);
        Seen bounded = walks.bounded(bound, 1_000);
        assertThat(bounded.finished()).isTrue();
        compare(bounded, walks.everything(bound, 400), program);
    }

    /** Compares both searches with trying everything, on programs of every kind of operation. */
    @Test
    void provesThatReductionSeesEveryTraceOfGeneratedPrograms() {
        Walks walks = Walks.of("tiny.Interpreter", "run");
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        int compared = 0;
        for (int seed = 0; compared < PROGRAMS; seed++) {
            Op[][] program = GeneratedProgram.random(new Random(seed), MOST_OPERATIONS);
            GeneratedProgram.set(program);
            String what = "seed " + seed + ": " + GeneratedProgram.text(program);
            Seen everything = walks.walk(new EverythingWalk(UNBOUNDED, true), LIMIT);
            if (!everything.finished()) {
                continue;
            }
            compared++;
            kinds.addAll(GeneratedProgram.kinds(program));
            assertThat(walks.reduced(LIMIT * 2).traces()).as(what).isEqualTo(everything.traces());
            if (compared % BOUNDED_EVERY == 0) {
                int bound = seed % 3;
                Seen bounded = walks.bounded(bound, LIMIT * 4);
                assertThat(bounded.finished()).as(what).isTrue();
                compare(bounded, walks.everything(bound, LIMIT * 2), "bound " + bound + ", " + what);
            }
        }
        assertThat(kinds).isEqualTo(EnumSet.allOf(Kind.class));
    }

    /** Where trying everything takes too long, what it has seen so far must at least be among what the reduction saw. */
    private static void compare(Seen reduced, Seen everything, String what) {
        if (everything.finished()) {
            assertThat(reduced.traces()).as(what).isEqualTo(everything.traces());
        } else {
            assertThat(reduced.traces()).as(what).containsAll(everything.traces());
        }
    }

    private static Walks of(String program) {
        int dot = program.indexOf('.');
        return Walks.of("tiny." + program.substring(0, dot), program.substring(dot + 1));
    }
}
