package telar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anybody.Program;
import org.junit.jupiter.api.Test;

/** Bodies written as lambda expressions, as in any main. */
class ExploreBodyTest {
    @Test
    void provesABodyThatUsesNumbersAndStringsFromOutside() {
        assertThat(Program.counts(3, "lost").summary()).isEqualTo("passed: all interleavings (20 distinct)"); // C(6,3)
        assertThat(Program.counts(2, "lost").summary()).isEqualTo("passed: all interleavings (6 distinct)"); // C(4,2)
    }

    @Test
    void findsWhatAMethodReferenceDoesWrong() {
        Exploration found = Program.byReference();
        assertThat(found.counterexample().failure().kind()).isEqualTo(Failure.Kind.DATA_RACE);
        assertThatThrownBy(found::orThrow)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("DATA_RACE: ", "What happened:", "  first ", "(Program.java:", "Schedule: ");
    }

    @Test
    void aRunThatWasCutDoesNotCount() {
        Exploration found = Program.isLongInSomeRuns();
        assertThat(found.passed()).isTrue();
        assertThat(found.strength().kind()).isEqualTo(Strength.Kind.SAMPLED);
        assertThat(found.schedules()).isBetween(1, 49);
    }

    @Test
    void takesAnObjectWithoutState() {
        assertThat(Program.isAnObject().passed()).isTrue();
    }

    @Test
    void refusesWhatAllRunsWouldShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(Program::usesAnObjectFromOutside)
                .withMessageContainingAll("anybody.LikeCounter", "make such objects inside the body");
        assertThatIllegalArgumentException().isThrownBy(Program::isAMethodOfAnObject).withMessageContaining("anybody.LikeCounter");
    }

    @Test
    void refusesAClassThatItMayNotControl() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Explore.body(() -> {}))
                .withMessageContaining("telar.engine.ExploreBodyTest does not lie in a folder");
    }
}
