package telar.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import telar.engine.Exploration;
import telar.engine.Fixtures;
import tiny.Leftovers;

/** What a run leaves behind in static state, of the JDK's copies or of the program, is gone when the next one begins. */
class LeftoversTest {

    @ParameterizedTest
    @ValueSource(strings = {"ofTheCommonPool", "ofNumberedPools", "ofDelayedTasks", "inAnEnumConstant", "behindConstants", "inAnotherClass"})
    void everyRunMeetsEverythingAsTheFirst(String method) {
        Exploration first = Fixtures.explore(Leftovers.class, method).schedules(60).run();
        assertThat(first.passed()).as(() -> first.toString()).isTrue();
        assertThat(first.schedules()).isGreaterThan(1);
        Exploration again = Fixtures.explore(Leftovers.class, method).schedules(60).run();
        assertThat(again.fingerprint()).isEqualTo(first.fingerprint());
    }
}
