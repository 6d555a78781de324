package telar.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.engine.search.Walks.UNBOUNDED;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import telar.engine.search.TreeSearch.Mode;
import telar.engine.search.Walks.Seen;

/** Partial-order reduction must leave out schedules, never an order of dependent steps: trying everything is the oracle. */
class OracleTest {
    private static final int PROGRAMS = 60;
    private static final int MOST_OPERATIONS = 6;
    private static final int LIMIT = 120;

    @ParameterizedTest
    @ValueSource(strings = {
        "twoMonitors", "lockTwiceTwo", "lockThriceOne", "readersOnly", "nothingShared", "oneWriteTwoReads", "oneWriterTwoReaders",
        "threeWriters", "twoWritersOneReader", "storeBuffering", "loadBuffering", "messagePassing", "claims",
        "oppositeLocks", "oppositeOrders", "oneSeat", "onePermit", "latchOfTwo", "condition", "waitAndNotify", "readersAndWriter",
        "spinOnVolatile", "spinOnSwap", "interrupt", "heldByTryLock"
    })
    void provesThatReductionSeesEveryTraceOf(String method) {
        Seen reduced = Walks.tiny(Mode.SOURCE_DPOR, 0, method, 1_000);
        Seen everything = Walks.tiny(Mode.EVERYTHING, UNBOUNDED, method, 400);
        assertThat(reduced.finished()).isTrue();
        compare(reduced, everything, method);
    }

    @ParameterizedTest
    @CsvSource({
        "lockTwiceTwo, 0", "lockTwiceTwo, 1", "lockTwiceTwo, 2", "threeWriters, 0", "threeWriters, 1", "threeWriters, 2",
        "storeBuffering, 0", "storeBuffering, 1", "storeBuffering, 2",
        "oppositeLocks, 0", "oppositeLocks, 1", "latchOfTwo, 0", "latchOfTwo, 1", "onePermit, 0", "onePermit, 1",
        "waitAndNotify, 0", "waitAndNotify, 1", "condition, 0", "condition, 1"
    })
    void provesThatTheBoundedSearchIsCompleteWithinItsBound(String method, int bound) {
        Seen bounded = Walks.tiny(Mode.BOUNDED, bound, method, 1_000);
        Seen everything = Walks.tiny(Mode.EVERYTHING, bound, method, 400);
        assertThat(bounded.finished()).isTrue();
        compare(bounded, everything, method);
    }

    @Test
    void provesThatReductionSeesEveryTraceOfGeneratedPrograms() {
        int compared = 0;
        for (int seed = 0; seed < PROGRAMS; seed++) {
            GeneratedProgram.Op[][] program = GeneratedProgram.random(new Random(seed), MOST_OPERATIONS);
            GeneratedProgram.set(program);
            Seen reduced = generated(Mode.SOURCE_DPOR, 0);
            Seen everything = generated(Mode.EVERYTHING, UNBOUNDED);
            if (reduced.finished()) {
                compared++;
                compare(reduced, everything, "seed " + seed + ": " + GeneratedProgram.text(program));
            }
        }
        assertThat(compared).as("programs compared").isGreaterThan(PROGRAMS / 6);
    }

    @Test
    void provesThatTheBoundedSearchIsCompleteForGeneratedPrograms() {
        int compared = 0;
        for (int seed = PROGRAMS; seed < PROGRAMS + PROGRAMS / 3; seed++) {
            GeneratedProgram.Op[][] program = GeneratedProgram.random(new Random(seed), MOST_OPERATIONS);
            GeneratedProgram.set(program);
            int bound = seed % 2;
            Seen bounded = generated(Mode.BOUNDED, bound);
            Seen everything = generated(Mode.EVERYTHING, bound);
            if (bounded.finished()) {
                compared++;
                compare(bounded, everything, "seed " + seed + ", bound " + bound + ": " + GeneratedProgram.text(program));
            }
        }
        assertThat(compared).as("programs compared").isGreaterThan(PROGRAMS / 6);
    }

    /** Where trying everything takes too long, what it has seen so far must at least be among what the reduction saw. */
    private static void compare(Seen reduced, Seen everything, String what) {
        if (everything.finished()) {
            assertThat(reduced.traces()).as(what).isEqualTo(everything.traces());
        } else {
            assertThat(reduced.traces()).as(what).containsAll(everything.traces());
        }
    }

    private static Seen generated(Mode mode, int bound) {
        return Walks.walk(mode, bound, "tiny.Interpreter", "run", LIMIT);
    }
}
