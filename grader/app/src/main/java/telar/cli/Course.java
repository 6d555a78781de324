package telar.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import telar.exercise.Catalog;
import telar.exercise.Exercise;
import telar.grading.Grading;
import telar.grading.Settings;
import telar.score.ExerciseGrade;
import telar.score.Grade;
import telar.study.StudyLog;
import telar.submission.Intake;

/** A student's way through the kit's own exercises, by their visible tests under the engine. */
final class Course {
    private final Catalog catalog;
    private final StudyLog log;
    private final Grading grading;

    private Course(Catalog catalog) {
        this.catalog = catalog;
        this.log = StudyLog.of(catalog.home());
        this.grading = new Grading(catalog, Settings.usual());
    }

    /** The kit as students have it, also where the hidden checks are at hand. */
    static Course open() {
        return new Course(Kit.open().asPublished());
    }

    /** How far somebody is: the exercise to do next, if any is left, those before it that are done, those for a newer Java. */
    record Position(Optional<Exercise> next, int done, List<Exercise> needNewerJava) {}

    Catalog catalog() {
        return catalog;
    }

    StudyLog log() {
        return log;
    }

    /** The exercise of that name, or the next one to do where none is given. */
    Optional<Exercise> exercise(String slug) {
        return slug == null ? position().next() : Optional.of(catalog.exercise(slug));
    }

    /** Looks at the exercises in course order and checks those that have changed since they last passed. */
    Position position() {
        int done = 0;
        List<Exercise> newer = new ArrayList<>();
        for (Exercise exercise : catalog.exercises()) {
            if (exercise.needsNewerJava()) {
                newer.add(exercise);
            } else if (log.hasPassed(exercise) || passes(check(exercise))) {
                done++;
            } else {
                return new Position(Optional.of(exercise), done, newer);
            }
        }
        return new Position(Optional.empty(), done, newer);
    }

    /** Runs the visible tests of one exercise and remembers whether they passed. */
    Grade check(Exercise exercise) {
        Intake intake = new Intake(catalog.home().resolve("exercises"), List.of(exercise));
        Grade grade = grading.grade(List.of(exercise), intake, new Unseen());
        log.note(exercise, passes(grade));
        return grade;
    }

    static boolean passes(Grade grade) {
        return !grade.needsReview() && grade.score().possible() > 0 && grade.score().earned() == grade.score().possible();
    }

    private static final class Unseen implements Grading.Progress {
        @Override
        public void begins(Exercise exercise) {}

        @Override
        public void ends(ExerciseGrade grade) {}
    }
}
