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
    private static final int PROGRAMS = 300;
    private static final int MOST_OPERATIONS = 6;
    private static final int LIMIT = 1_500;

    @ParameterizedTest
    @ValueSource(strings = {
        "twoMonitors", "lockTwiceTwo", "lockThriceOne", "readersOnly", "nothingShared", "oneWriteTwoReads", "oneWriterTwoReaders",
        "threeWriters", "twoWritersOneReader", "storeBuffering", "loadBuffering", "messagePassing", "claims", "oppositeOrders",
        "oppositeLocks", "oneSeat", "onePermit", "latchOfTwo", "condition", "waitAndNotify", "readersAndWriter",
        "spinOnVolatile", "spinOnSwap", "interrupt", "heldByTryLock"
    })
    void provesThatReductionSeesEveryTraceOf(String method) {
        Seen everything = Walks.tiny(Mode.EVERYTHING, UNBOUNDED, method, 20_000);
        Seen reduced = Walks.tiny(Mode.SOURCE_DPOR, 0, method, 20_000);
        assertThat(everything.finished()).as("everything was tried").isTrue();
        assertThat(reduced.finished()).isTrue();
        assertThat(reduced.traces()).isEqualTo(everything.traces());
        assertThat(reduced.schedules()).isLessThanOrEqualTo(everything.schedules());
    }

    @ParameterizedTest
    @CsvSource({
        "lockTwiceTwo, 0", "lockTwiceTwo, 1", "lockTwiceTwo, 2", "threeWriters, 0", "threeWriters, 1", "threeWriters, 2",
        "storeBuffering, 0", "storeBuffering, 1", "storeBuffering, 2", "oppositeOrders, 0", "oppositeOrders, 1",
        "oppositeLocks, 0", "oppositeLocks, 1", "latchOfTwo, 0", "latchOfTwo, 1", "onePermit, 0", "onePermit, 1",
        "waitAndNotify, 0", "waitAndNotify, 1", "condition, 0", "condition, 1"
    })
    void provesThatTheBoundedSearchIsCompleteWithinItsBound(String method, int bound) {
        Seen everything = Walks.tiny(Mode.EVERYTHING, bound, method, 20_000);
        Seen bounded = Walks.tiny(Mode.BOUNDED, bound, method, 20_000);
        assertThat(everything.finished()).isTrue();
        assertThat(bounded.finished()).isTrue();
        assertThat(bounded.traces()).isEqualTo(everything.traces());
    }

    @Test
    void provesThatReductionSeesEveryTraceOfGeneratedPrograms() {
        int compared = 0;
        for (int seed = 0; seed < PROGRAMS; seed++) {
            GeneratedProgram.Op[][] program = GeneratedProgram.random(new Random(seed), MOST_OPERATIONS);
            GeneratedProgram.set(program);
            Seen everything = generated(Mode.EVERYTHING, UNBOUNDED);
            if (!everything.finished()) {
                continue;
            }
            compared++;
            Seen reduced = generated(Mode.SOURCE_DPOR, 0);
            assertThat(reduced.finished()).isTrue();
            assertThat(reduced.traces())
                    .as("seed %d: %s", seed, GeneratedProgram.text(program))
                    .isEqualTo(everything.traces());
        }
        assertThat(compared).as("programs small enough to try everything").isGreaterThan(PROGRAMS / 2);
    }

    @Test
    void provesThatTheBoundedSearchIsCompleteForGeneratedPrograms() {
        int compared = 0;
        for (int seed = PROGRAMS; seed < PROGRAMS + PROGRAMS / 3; seed++) {
            GeneratedProgram.Op[][] program = GeneratedProgram.random(new Random(seed), MOST_OPERATIONS);
            GeneratedProgram.set(program);
            int bound = seed % 3;
            Seen everything = generated(Mode.EVERYTHING, bound);
            if (!everything.finished()) {
                continue;
            }
            compared++;
            Seen bounded = generated(Mode.BOUNDED, bound);
            assertThat(bounded.finished()).isTrue();
            assertThat(bounded.traces())
                    .as("seed %d, bound %d: %s", seed, bound, GeneratedProgram.text(program))
                    .isEqualTo(everything.traces());
        }
        assertThat(compared).as("programs small enough to try everything").isGreaterThan(PROGRAMS / 6);
    }

    private static Seen generated(Mode mode, int bound) {
        return Walks.walk(mode, bound, "tiny.Interpreter", "run", LIMIT);
    }
}
