package telar.verdict;

import java.util.List;
import telar.wire.Diagnosis;

/** What became of one check. Only {@link Passed} earns points; {@link Inconclusive} and {@link JudgeError} ask for a person. */
public sealed interface Verdict {

    /** The check held in everything that was explored. */
    record Passed(Exploration exploration) implements Verdict {}

    /** The submission broke the check. */
    record Failed(Diagnosis diagnosis, Exploration exploration, Feedback feedback) implements Verdict {}

    /** The check was not run because another one, named here, did not pass, or because this JDK is too old. */
    record Skipped(String dependsOn) implements Verdict {}

    /** No verdict could be reached; nobody's fault. */
    record Inconclusive(String why) implements Verdict {}

    /** The judge itself failed; never the submission's fault. */
    record JudgeError(String cause) implements Verdict {}

    /**
     * How the verdict was reached.
     *
     * @param strength as in {@link telar.wire.Observation#strength}
     * @param schedules runs made
     */
    record Exploration(String strength, int schedules) {}

    /**
     * What a reader is told about a failure, besides the check's own wording.
     *
     * @param happened what the engine saw, in one or a few lines
     * @param schedule replays it, or ""
     * @param threads columns of the interleaving; empty where there is none
     * @param steps its lines
     */
    record Feedback(String happened, String schedule, List<String> threads, List<Step> steps) {
        public Feedback {
            threads = List.copyOf(threads);
            steps = List.copyOf(steps);
        }
    }

    /**
     * One line of an interleaving.
     *
     * @param thread index into {@link Feedback#threads}
     * @param file source file name, or ""
     * @param line line number, or 0
     * @param text what was done
     */
    record Step(int thread, String file, int line, String text) {}
}
