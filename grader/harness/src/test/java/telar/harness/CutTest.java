package telar.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import telar.wire.Fact;
import telar.wire.FactWriter;
import telar.wire.Observation;
import telar.wire.Observation.FailureSeen;
import telar.wire.Observation.Outcome;
import telar.wire.Observation.StepSeen;

/** What is too long is cut where it can be seen; what is not is left alone. */
class CutTest {
    private static final String LONG = "\u20ac".repeat(50_000);

    @Test
    void whatIsShortIsLeftAlone() {
        var seen = failure("message", "0x4.1", List.of("main"), steps(400));
        assertThat(Cut.failure(seen)).isEqualTo(seen);
    }

    @Test
    void longMessagesSayThatTheyWereCut() {
        assertThat(Cut.message("x".repeat(4_001))).isEqualTo("x".repeat(4_000) + " … cut");
        assertThat(Cut.message("x".repeat(3_999) + "\uD83D\uDE00")).isEqualTo("x".repeat(3_999) + " … cut");
    }

    @Test
    void longInterleavingsKeepTheirBeginningAndTheirEnd() {
        List<StepSeen> kept = Cut.failure(failure("", "", List.of("main"), steps(1_000))).steps();
        assertThat(kept).hasSize(400);
        assertThat(kept.get(98).line()).isEqualTo(99);
        assertThat(kept.get(99)).isEqualTo(new StepSeen(0, "", 0, "… 601 steps cut"));
        assertThat(kept.get(100).line()).isEqualTo(701);
        assertThat(kept.get(399).line()).isEqualTo(1_000);
    }

    @Test
    void manyThreadsKeepTheirSteps() {
        var seen = Cut.failure(failure("", "", Collections.nCopies(600, "t"), List.of(new StepSeen(599, "", 0, "x"))));
        assertThat(seen.threads()).hasSize(500).endsWith("… 101 more");
        assertThat(seen.steps().get(0).thread()).isEqualTo(499);
    }

    @Test
    void theLongestFailureFitsIntoAFrame() throws IOException {
        var steps = Collections.nCopies(50_000, new StepSeen(0, LONG, 1, LONG));
        var seen = new FailureSeen("K", Set.of(), Optional.empty(), LONG, LONG, LONG, Collections.nCopies(9_999, LONG), steps);
        var observed = new Observation("a", Outcome.FAILED, "ALL", 1, 1, 1, Optional.of(Cut.failure(seen)), "");
        try (var writer = new FactWriter(new ByteArrayOutputStream(), new byte[1])) {
            writer.write(new Fact.Ready("", 4));
            writer.write(new Fact.Started("a"));
            writer.write(new Fact.Observed(observed));
        }
    }

    private static List<StepSeen> steps(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(line -> new StepSeen(0, "A.java", line, "step")).toList();
    }

    private static FailureSeen failure(String message, String schedule, List<String> threads, List<StepSeen> steps) {
        return new FailureSeen("ASSERTION", Set.of(), Optional.empty(), "", message, schedule, threads, steps);
    }
}
