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
 * @param isolation what kept submitted code from the machine
 * @param exercises in course order
 */
public record Grade(
        Mode mode, String submission, String jdk, int cpus, long seed, Isolation isolation, List<ExerciseGrade> exercises) {

    public Grade {
        exercises = List.copyOf(exercises);
    }

    /** A grade of a run whose isolation is not known: reports then say that there was no sandbox. */
    public Grade(Mode mode, String submission, String jdk, int cpus, long seed, List<ExerciseGrade> exercises) {
        this(mode, submission, jdk, cpus, seed, Isolation.UNSANDBOXED, exercises);
    }

    /** Whose grade this is. */
    public enum Mode {
        /** Visible tests only, on a machine that the student controls: advisory. */
        SELF_CHECK,
        /** With hidden checks, by the staff. */
        OFFICIAL
    }

    public Score score() {
        return exercises.stream().map(ExerciseGrade::score).reduce(Score.NONE, Score::plus);
    }

    /** Whether the mark is void until a person has looked: some check has no verdict, or the judge failed. */
    public boolean needsReview() {
        return exercises.stream().anyMatch(ExerciseGrade::needsReview);
    }
}
