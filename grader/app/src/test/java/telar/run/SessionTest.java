package telar.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.wire.Plan.PlannedCheck;
import telar.wire.TimeMode;

class SessionTest {
    @TempDir private Path folder;

    @Test
    void aChildThatDiesAtOnceWasNotStartedAndItsWordsAreKept() {
        List<PlannedCheck> planned = List.of(planned("first"), planned("second"));

        Map<String, Outcome> outcomes =
                new Session(Duration.ofSeconds(60), folder, List.of(folder), List.of(), planned, 1).runFresh(List.of(folder), List.of());

        assertThat(outcomes).containsOnlyKeys("first", "second");
        assertThat(outcomes.values()).allSatisfy(outcome -> {
            assertThat(outcome).isInstanceOf(Outcome.NotStarted.class);
            assertThat(((Outcome.NotStarted) outcome).reason()).startsWith("the child JVM ");
        });
    }

    private static PlannedCheck planned(String id) {
        return new PlannedCheck(id, "Checks", id, TimeMode.IDEAL, 10, 1_000, "");
    }
}
