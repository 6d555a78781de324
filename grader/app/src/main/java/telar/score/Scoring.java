package telar.score;

import java.util.List;
import telar.exercise.Exercise;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;

/**
 * Adds up whole points. Pure.
 *
 * <p>A check earns all of its points or none. A pass earns them. A check that was skipped because another check of the exercise
 * did not pass earns nothing; one that was skipped because of the JDK is taken out of what is possible, since a machine must
 * not cost points. A check without a verdict ({@code Inconclusive}, {@code JudgeError}) stays possible and earns nothing
 * <em>yet</em>: the grade then {@linkplain Grade#needsReview needs review} and its points are provisional.
 */
public final class Scoring {

    /** What the checks of one exercise sum to. */
    static final int FULL = 100;

    private Scoring() {}

    /**
     * Grades one exercise.
     *
     * @param problem why nothing could be run, for a reader; "" otherwise
     */
    public static ExerciseGrade grade(Exercise exercise, List<CheckResult> results, String problem) {
        return new ExerciseGrade(exercise, score(results, problem), results, problem);
    }

    /**
     * Of an exercise that the JDK is too old for, so that not even its checks can be listed: there is nothing to earn.
     *
     * @param why for a reader
     */
    public static ExerciseGrade leftOut(Exercise exercise, String why) {
        return new ExerciseGrade(exercise, Score.NONE, List.of(), why);
    }

    private static Score score(List<CheckResult> results, String problem) {
        if (results.isEmpty() && !problem.isEmpty()) {
            return new Score(0, FULL); // not even the checks could be listed: nothing was earned of what there was
        }
        return results.stream().map(result -> score(result, results)).reduce(Score.NONE, Score::plus);
    }

    /** What one result adds to the score of all. */
    static Score score(CheckResult result, List<CheckResult> all) {
        int points = result.check().points();
        if (result.verdict() instanceof Verdict.Passed) {
            return new Score(points, points);
        }
        if (result.verdict() instanceof Verdict.Skipped skipped
                && all.stream().noneMatch(other -> other.check().id().equals(skipped.dependsOn()))) {
            return Score.NONE;
        }
        return new Score(0, points);
    }
}
