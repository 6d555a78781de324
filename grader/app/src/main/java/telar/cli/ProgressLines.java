package telar.cli;

import telar.exercise.Exercise;
import telar.grading.Grading;
import telar.score.ExerciseGrade;

/** Tells on standard error how far a run has come: one line that changes on a terminal, plain lines elsewhere. */
final class ProgressLines implements Grading.Progress {
    private final int total;
    private final boolean interactive = Terminal.interactive();

    /** Guarded by this. */
    private int done;

    ProgressLines(int total) {
        this.total = total;
    }

    @Override
    public synchronized void begins(Exercise exercise) {
        if (interactive) {
            System.err.print("\r\u001b[K" + done + "/" + total + "  " + exercise.slug() + " …");
            System.err.flush();
        }
    }

    @Override
    public synchronized void ends(ExerciseGrade grade) {
        done++;
        String line =
                done + "/" + total + "  " + grade.exercise().slug() + "  " + grade.score().earned() + "/" + grade.score().possible();
        if (interactive) {
            System.err.print("\r\u001b[K" + line + (done == total ? "\r\u001b[K" : ""));
            System.err.flush();
        } else {
            System.err.println(line);
        }
    }
}
