package telar.check.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Checks run as JUnit tests, the way Surefire and an IDE run them. */
class CheckExtensionTest {
    @Test
    void aCheckThatHoldsPasses() {
        assertThat(run("passes").getThrowable()).isEmpty();
    }

    @Test
    void aCheckThatFailsShowsHow() {
        Throwable thrown = run("losesAnUpdate").getThrowable().orElseThrow();
        assertThat(thrown)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("ASSERTION: ", "What happened:", "  first ", "(Counter.java:", "Schedule: ");
    }

    @Test
    void checksInRealTimeAreOrdinaryTests() {
        assertThat(run("passesInRealTime").getThrowable()).isEmpty();
        assertThat(run("failsInRealTime").getThrowable().orElseThrow()).hasMessageContaining("expected: 1");
    }

    private static TestExecutionResult run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod("checks.JupiterChecks", method))
                .execute()
                .testEvents()
                .finished()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .findFirst()
                .orElseThrow();
    }
}
