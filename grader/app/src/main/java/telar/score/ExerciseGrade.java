package telar.score;

import java.util.List;
import telar.exercise.Exercise;
import telar.verdict.CheckResult;

/**
 * One exercise, graded; made by {@link Scoring}.
 *
 * @param exercise which
 * @param score its points
 * @param results every check, in the order of the plan
 * @param problem why nothing could be run (the code does not compile, a file is missing), for a reader; "" otherwise
 */
public record ExerciseGrade(Exercise exercise, Score score, List<CheckResult> results, String problem) {
    public ExerciseGrade {
        results = List.copyOf(results);
    }

    /** What one of the results adds to the score. */
    public Score scoreOf(CheckResult result) {
        return Scoring.score(result, results);
    }

    /** Whether the JDK was too old for it: nothing was run, and there was nothing to earn. */
    public boolean isLeftOut() {
        return !problem.isEmpty() && score.equals(Score.NONE);
    }

    /** Whether the points are void until a person has looked. */
    public boolean needsReview() {
        return results.stream().anyMatch(result -> result.verdict().needsReview());
    }
}
