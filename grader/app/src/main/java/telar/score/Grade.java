package telar.score;

import java.util.List;

/**
 * What every report renders.
 *
 * @param mode self-check or official
 * @param submission where the submission came from, for a reader
 * @param jdk version of the JDK that ran it
 * @param cpus processors that the grader saw; no verdict depends on them
 * @param seed the run's recorded seed
 * @param exercises in course order
 */
public record Grade(Mode mode, String submission, String jdk, int cpus, long seed, List<ExerciseGrade> exercises) {

    public Grade {
        exercises = List.copyOf(exercises);
    }

    /** Whose grade this is. */
    public enum Mode {
        /** Visible tests only, on a machine that the student controls: advisory. */
        SELF_CHECK,
        /** With hidden checks, by the staff. */
        OFFICIAL
    }

    public Score score() {
        return exercises.stream().map(ExerciseGrade::score).reduce(new Score(0, 0), Score::plus);
    }
}
