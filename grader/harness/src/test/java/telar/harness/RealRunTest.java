package telar.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import telar.engine.scenario.TestClass;
import telar.engine.scenario.ControlledClasses;
import telar.wire.Diagnosis;
import telar.wire.Observation;
import telar.wire.Observation.Outcome;

/** Checks in real time, one run each. */
class RealRunTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"passesInRealTime", "passesAPlannedFailure"})
    void passes(String method) throws Exception {
        assertThat(observe(method)).isEqualTo(new Observation(method, Outcome.PASSED, "OBSERVED", 1, 0, 0, Optional.empty(), ""));
    }

    @ParameterizedTest
    @CsvSource({
        "findsAWrongResult, ASSERTION, expected: 1",
        "findsTheUncaughtException, EXCEPTION, java.lang.IllegalStateException: out of wool (at Trouble.java:43)",
        "findsAnExceptionThatLies, EXCEPTION, submitted.Trouble$Liar",
        "findsAFailureAtTheEnd, EXCEPTION, java.lang.IllegalStateException: failed at the end (at RealChecks.java:",
        "thereIsNoSuchMethod, EXCEPTION, java.lang.NoSuchMethodException: no method thereIsNoSuchMethod"
    })
    void fails(String method, String kind, String message) throws Exception {
        Observation seen = observe(method);
        assertThat(seen.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(seen.failure().orElseThrow().kind()).isEqualTo(kind);
        assertThat(seen.failure().orElseThrow().message()).contains(message);
        assertThat(seen.failure().orElseThrow().diagnosis()).isEmpty();
    }

    @Test
    void theChecksOwnNameForWhatIsWrongIsKept() throws Exception {
        assertThat(observe("findsItsNameForWhatIsWrong").failure().orElseThrow().diagnosis())
                .contains(Diagnosis.NOT_A_DAEMON);
    }

    private Observation observe(String method) throws Exception {
        Fixtures fixtures = Fixtures.in(folder);
        List<Path> folders = List.of(fixtures.checks(), fixtures.submission());
        var classes = ControlledClasses.below(RealRunTest.class.getClassLoader(), folders);
        var type = TestClass.read("checks.RealChecks", classes::bytes);
        return new RealRun(folders, type, Fixtures.real(method)).observe();
    }
}
