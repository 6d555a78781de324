package telar.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;
import telar.wire.Diagnosis;
import telar.wire.Property;
import telar.wire.TimeMode;

class ScoringTest {

    private static final Exercise EXERCISE = new Exercise(
            "like-counter", "Likes", "Me gusta", 3, 8, List.of(), 17, List.of(), 2000, Path.of("exercises/like-counter"), Optional.empty());

    @ParameterizedTest
    @CsvSource({
        // verdicts of checks worth 40, 30, 20, 10: earned, possible, needs review
        "P P P P,        100, 100, false",
        "P F P P,         70, 100, false",
        "F F F F,          0, 100, false",
        "F Sfirst P P,    30, 100, false",
        "'P P P SJava',   90,  90, false",
        "'SJava SJava SJava SJava', 0, 0, false",
        "P I P P,         70, 100, true",
        "P P P J,         90, 100, true",
        "F F F I,          0, 100, true",
    })
    void pointsAreAddedUp(String verdicts, int earned, int possible, boolean needsReview) {
        ExerciseGrade graded = Scoring.grade(EXERCISE, results(verdicts), "");

        assertThat(graded.score()).isEqualTo(new Score(earned, possible));
        assertThat(graded.needsReview()).isEqualTo(needsReview);
        assertThat(grade(graded).needsReview()).isEqualTo(needsReview);
    }

    @Test
    void aProblemBeforeAnyCheckWasKnownCostsAllPoints() {
        assertThat(Scoring.grade(EXERCISE, List.of(), "LikeCounter.java is missing").score()).isEqualTo(new Score(0, 100));
    }

    @Test
    void aGradeIsTheSumOfItsExercises() {
        Grade grade = grade(Scoring.grade(EXERCISE, results("P F P P"), ""), Scoring.grade(EXERCISE, results("P P P P"), ""));

        assertThat(grade.score()).isEqualTo(new Score(170, 200));
        assertThat(grade().score()).isEqualTo(new Score(0, 0));
    }

    @Test
    void oneExerciseInDoubtPutsTheWholeGradeInDoubt() {
        assertThat(grade(Scoring.grade(EXERCISE, results("P P P P"), ""), Scoring.grade(EXERCISE, results("P P P I"), "")).needsReview())
                .isTrue();
    }

    @Test
    void noScoreIsAboveWhatIsPossible() {
        assertThatThrownBy(() -> new Score(2, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 of 1");
        assertThatThrownBy(() -> new Score(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGradeThatDoesNotSayHowItWasIsolatedCountsAsUnsandboxed() {
        assertThat(grade().isolation()).isEqualTo(Isolation.UNSANDBOXED);
    }

    private static Grade grade(ExerciseGrade... exercises) {
        return new Grade(Grade.Mode.OFFICIAL, "anna", "17.0.15", 2, 42, List.of(exercises));
    }

    private static List<CheckResult> results(String verdicts) {
        List<String> ids = List.of("first", "second", "third", "fourth");
        int[] points = {40, 30, 20, 10};
        List<CheckResult> results = new ArrayList<>();
        for (String verdict : verdicts.split(" ")) {
            int i = results.size();
            Check check = new Check(ids.get(i), "A", Optional.of(Property.SAFETY), points[i], false, TimeMode.IDEAL, 2000);
            results.add(new CheckResult(check, verdict(verdict)));
        }
        return results;
    }

    private static Verdict verdict(String name) {
        return switch (name.charAt(0)) {
            case 'P' -> new Verdict.Passed(new Verdict.Exploration("ALL", 20));
            case 'F' -> new Verdict.Failed(Diagnosis.DATA_RACE, Verdict.Exploration.NONE, Verdict.Feedback.of("race"));
            case 'S' -> new Verdict.Skipped(name.substring(1).equals("Java") ? "Java 21" : name.substring(1));
            case 'I' -> new Verdict.Inconclusive("a limit");
            case 'J' -> new Verdict.JudgeError("a canary");
            default -> throw new IllegalArgumentException(name);
        };
    }
}
