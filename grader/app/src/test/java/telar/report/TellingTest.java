package telar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.score.ExerciseGrade;
import telar.score.Scoring;
import telar.verdict.CheckResult;
import telar.verdict.Rule;
import telar.verdict.Verdict;
import telar.wire.Diagnosis;
import telar.wire.Property;
import telar.wire.TimeMode;

class TellingTest {

    private static final Exercise EXERCISE = new Exercise(
            "like-counter", "Likes", "Me gusta", 3, 8, List.of(), 17, List.of(), 2000, Path.of("exercises/like-counter"), Optional.empty());

    private static final Words WORDS = new Words() {
        @Override
        public Locale language() {
            return Locale.ENGLISH;
        }

        @Override
        public Optional<OfCheck> of(Exercise exercise, Check check) {
            return Optional.of(new OfCheck("own title", "own failed", "own why", "own hint"));
        }
    };

    @ParameterizedTest
    @CsvSource({
        // what the check is about, the bug that it met: whether the author's words for what happened, and for why and hint, fit
        "SAFETY,    LOST_UPDATE,              OVERWRITE_SEEN,    true,  true",
        "SAFETY,    TOO_MANY_AT_ONCE,         CHECK_SAYS,        true,  true",
        "BEHAVIOUR, WRONG_RESULT,             ASSERTION_FAILED,  true,  true",
        "SAFETY,    DATA_RACE,                RACE_SEEN,         false, true",
        "BEHAVIOUR, DATA_RACE,                RACE_SEEN,         false, false",
        "SAFETY,    DEADLOCK,                 LOCK_CYCLE_SEEN,   false, false",
        "LIVENESS,  DEADLOCK,                 LOCK_CYCLE_SEEN,   true,  true",
        "LIVENESS,  MISSED_SIGNAL,            SIGNAL_NEVER_CAME, true,  true",
        "LIVENESS,  EXCEPTION,                EXCEPTION_ESCAPED, true,  true",
        "SAFETY,    EXCEPTION,                EXCEPTION_ESCAPED, false, false",
        "SAFETY,    RELEASED_WITHOUT_HOLDING, MONITOR_NOT_HELD,  false, false",
        "SAFETY,    RELEASED_WITHOUT_HOLDING, CHECK_SAYS,        true,  true",
        "CLEANUP,   TIME_LIMIT,               CHECK_SAYS,        true,  true",
        "LIVENESS,  CRASH,                    JVM_DIED,          false, false",
        "LIVENESS,  COMPILE_ERROR,            COMPILER_REFUSED,  false, false",
    })
    void anAuthorsWordsAreUsedForTheBugThatTheyAreAbout(
            Property property, Diagnosis diagnosis, Rule rule, boolean failedFits, boolean whyFits) {
        Telling.Failure failure = told(property, diagnosis, rule, Verdict.Feedback.of("x"));
        Messages messages = Messages.in(Locale.ENGLISH);

        assertThat(failure.message()).isEqualTo(failedFits ? "own failed" : messages.explanation(diagnosis));
        assertThat(failure.why()).isEqualTo(whyFits ? "own why" : "");
        assertThat(failure.hint()).isEqualTo(whyFits ? "own hint" : messages.hint(diagnosis));
        assertThat(failure.judged()).isEqualTo(messages.rule(rule));
    }

    @Test
    void aBugThatWasNotFoundTellsHowMuchWasTried() {
        ExerciseGrade grade =
                grade(
                        Property.BEHAVIOUR,
                        new Verdict.Failed(
                                Diagnosis.BUG_NOT_FOUND, Rule.NOTHING_BROKE, new Verdict.Exploration("ALL", 20), Verdict.Feedback.of("")));

        Telling.Failure failure = Telling.all(grade, WORDS, Messages.in(Locale.ENGLISH)).get(0).failure().orElseThrow();
        assertThat(failure.how().outcome()).isEqualTo("Nothing failed here: all 20 interleavings.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0x4.1x2.0    | ./telar replay like-counter --check noLikeIsLost --schedule 0x4.1x2.0",
        "A~0x4.1      | ./telar replay like-counter --check noLikeIsLost --schedule A~0x4.1",
        "W2.1~0       | ./telar replay like-counter --check noLikeIsLost --schedule W2.1~0",
        "PA.java:13,PÑu_x.java:4~0x6.2 | ./telar replay like-counter --check noLikeIsLost --schedule PA.java:13,PÑu_x.java:4~0x6.2",
        "0;rm         | ''",
        "PA$B.java:1~0 | ''",
        "0 1          | ''",
        "0'           | ''",
        "~root        | ''",
        "$(x)         | ''",
        "-x           | ''",
        "''           | ''",
    })
    void aCommandToCopyHoldsNothingThatAShellUnderstands(String schedule, String command) {
        Verdict.Feedback feedback = new Verdict.Feedback("x", schedule, List.of(), List.of());
        ExerciseGrade grade = grade(Property.SAFETY, new Verdict.Failed(Diagnosis.DEADLOCK, Verdict.Exploration.NONE, feedback));

        assertThat(Telling.all(grade, WORDS, Messages.in(Locale.ENGLISH)).get(0).replay(EXERCISE)).isEqualTo(command);
    }

    @Test
    void stepsOfThreadsThatThereAreNotBelongToNobody() {
        Verdict.Feedback feedback = new Verdict.Feedback(
                "x", "", List.of("a", "idle", "b"), List.of(step(0), step(2), step(3), step(-5), step(Integer.MAX_VALUE)));
        Shown shown = told(Property.SAFETY, Diagnosis.DEADLOCK, Rule.GIVEN, feedback).how();

        assertThat(shown.steps()).extracting(Verdict.Step::thread).containsExactly(0, 2, -1, -1, -1);
        assertThat(shown.withoutIdleThreads().threads()).containsExactly("a", "b");
        assertThat(shown.withoutIdleThreads().steps()).extracting(Verdict.Step::thread).containsExactly(0, 1, -1, -1, -1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "30, 30, 0", "31, 31, 0", "32, 31, 2", "5000, 31, 4970"})
    void longInterleavingsAreFoldedInTheMiddle(int steps, int lines, int leftOut) {
        Shown shown = new Shown("", List.of("a"), Collections.nCopies(steps, step(0)), "");

        assertThat(shown.folded()).hasSize(lines);
        assertThat(shown.folded().stream().mapToInt(Shown.Line::leftOut).sum()).isEqualTo(leftOut);
        if (steps > 0) {
            assertThat(shown.folded().get(0).number()).isEqualTo(1);
            assertThat(shown.folded().get(lines - 1).number()).isEqualTo(steps);
        }
    }

    private static Verdict.Step step(int thread) {
        return new Verdict.Step(thread, "LikeCounter.java", 3, "reads");
    }

    private static Telling.Failure told(Property property, Diagnosis diagnosis, Rule rule, Verdict.Feedback feedback) {
        ExerciseGrade grade = grade(property, new Verdict.Failed(diagnosis, rule, Verdict.Exploration.NONE, feedback));
        return Telling.all(grade, WORDS, Messages.in(Locale.ENGLISH)).get(0).failure().orElseThrow();
    }

    private static ExerciseGrade grade(Property property, Verdict verdict) {
        Check check = new Check("noLikeIsLost", "A", Optional.of(property), 100, false, TimeMode.IDEAL, 2000);
        return Scoring.grade(EXERCISE, List.of(new CheckResult(check, verdict)), "");
    }
}
