package telar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.score.Grade;
import telar.score.Scoring;
import telar.verdict.Evidence;
import telar.verdict.Judge;
import telar.wire.Observation;
import telar.wire.TimeMode;

class ExitTest {

    @ParameterizedTest
    @CsvSource({
        // the second check, --require, exit
        "PASSED,   ,    GRADED",
        "PASSED,   100, GRADED",
        "DIED,     ,    GRADED",
        "DIED,     0,   GRADED",
        "DIED,     33,  GRADED",
        "DIED,     34,  BELOW",
        "DIED,     100, BELOW",
        "UNFIT,    ,    REVIEW",
        "UNFIT,    100, REVIEW",
        "NOT_JUDGED, , REVIEW",
        "TAMPERED, ,    REVIEW",
        "TAMPERED, 0,   REVIEW",
    })
    void theExitCodeFollowsFromTheGrade(String second, Integer require, Exit exit) {
        Check first = check("first", 33);
        Check other = check("second", 67);
        Evidence evidence =
                switch (second) {
                    case "DIED" -> new Evidence.Died("");
                    case "UNFIT" -> new Evidence.Unfit("");
                    case "TAMPERED" -> new Evidence.Tampered("");
                    default -> observed(other, second);
                };
        Exercise exercise = new Exercise("some", "", "", 1, 1, List.of(), 17, List.of(), 1, Path.of(""), Optional.empty());
        Grade grade =
                new Grade(
                        Grade.Mode.OFFICIAL,
                        "",
                        "17",
                        1,
                        1,
                        List.of(Scoring.grade(exercise, List.of(Judge.judge(first, observed(first, "PASSED")), Judge.judge(other, evidence)), "")));

        assertThat(Exit.of(grade, require == null ? OptionalInt.empty() : OptionalInt.of(require))).isEqualTo(exit);
    }

    private static Evidence observed(Check check, String outcome) {
        return new Evidence.Observed(
                new Observation(check.id(), Observation.Outcome.valueOf(outcome), "ALL", 1, 1, 1, Optional.empty(), ""));
    }

    private static Check check(String id, int points) {
        return new Check(id, "", Optional.empty(), points, false, TimeMode.IDEAL, 1);
    }
}
