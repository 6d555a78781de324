package telar.verdict;

import java.util.List;
import telar.wire.Diagnosis;

/** What became of one check. Only {@link Passed} earns points; {@link Inconclusive} and {@link JudgeError} ask for a person. */
public sealed interface Verdict {

    /** The check held in everything that was explored. */
    record Passed(Exploration exploration) implements Verdict {}

    /**
     * The submission broke the check.
     *
     * @param diagnosis what is wrong
     * @param rule why it is called so
     * @param exploration how far the search had come; {@link Exploration#NONE} where nothing ran
     * @param feedback what a reader is told
     */
    record Failed(Diagnosis diagnosis, Rule rule, Exploration exploration, Feedback feedback) implements Verdict {

        /** A failure whose diagnosis was decided before the judge was asked. */
        public Failed(Diagnosis diagnosis, Exploration exploration, Feedback feedback) {
            this(diagnosis, Rule.GIVEN, exploration, feedback);
        }
    }

    /** The check was not run because another one, named here, did not pass, or because this JDK is too old. */
    record Skipped(String dependsOn) implements Verdict {}

    /** No verdict could be reached; nobody's fault. */
    record Inconclusive(String why) implements Verdict {}

    /** The judge itself failed; never the submission's fault. */
    record JudgeError(String cause) implements Verdict {}

    /** Whether a person must look before the mark counts: there is no verdict, or the child's words were tampered with. */
    default boolean needsReview() {
        return this instanceof Inconclusive
                || this instanceof JudgeError
                || this instanceof Failed failed && failed.rule() == Rule.PROTOCOL_BROKEN;
    }

    /**
     * How the verdict was reached.
     *
     * @param strength as in {@link telar.wire.Observation#strength}, or {@code NONE}
     * @param schedules runs made
     */
    record Exploration(String strength, int schedules) {

        /** Nothing was run. */
        public static final Exploration NONE = new Exploration("NONE", 0);
    }

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

        /** Without an interleaving. */
        public static Feedback of(String happened) {
            return new Feedback(happened, "", List.of(), List.of());
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
