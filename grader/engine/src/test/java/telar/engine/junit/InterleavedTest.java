package telar.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import telar.engine.Explore;

/** Test methods under the engine, the way Surefire and an IDE run them. */
class InterleavedTest {
    @ParameterizedTest
    @ValueSource(strings = {"noLikeIsLost", "startsFromWhatIsPreparedInEveryRun"})
    void aTestThatHoldsPasses(String method) {
        assertThat(run(method).getThrowable()).isEmpty();
    }

    @Test
    void aTestThatFailsShowsHow() {
        assertThat(run("losesALike").getThrowable().orElseThrow())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("ASSERTION: ", "What happened:", "  second ", "(LikeCounterExample.java:", "Schedule: ");
    }

    @Test
    void theOptionsReachTheEngine() {
        assertThat(run("sleepsLongEnough").getThrowable().orElseThrow()).hasMessageContaining("Schedule: A");
        assertThat(run("replaysWhatAnotherTestDid").getThrowable().orElseThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the schedule does not fit this program");
    }

    @Test
    void aClassThatCannotRunIsRefusedWithAReason() throws NoSuchMethodException, ClassNotFoundException {
        Class<?> inner = Class.forName("anybody.LikeCounterExample$Inner");
        var method = inner.getDeclaredMethod("cannotRun");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestMethods.explore(inner, method))
                .withMessageContaining("Inner.cannotRun is in an inner class");
        assertThat(Interleaved.class.getDeclaredMethod("schedules").getDefaultValue()).isEqualTo(Explore.SCHEDULES);
    }

    private static TestExecutionResult run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod("anybody.LikeCounterExample", method))
                .execute()
                .testEvents()
                .finished()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .findFirst()
                .orElseThrow();
    }
}
