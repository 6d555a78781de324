package telar.wire;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the child saw of one check: facts, no judgement.
 *
 * @param checkId the check
 * @param outcome how it ended
 * @param strength what a pass covers: {@code ALL}, {@code BOUNDED:2}, {@code SAMPLED}, {@code OBSERVED}, {@code SEQUENTIAL};
 *     {@code OBSERVED} for checks in real time
 * @param schedules runs made
 * @param steps steps of all runs together
 * @param fingerprint hash over all schedules tried, equal on every machine; 0 for checks in real time
 * @param failure what broke, when the outcome is FAILED
 * @param reason why it could not be judged, when the outcome is NOT_JUDGED; otherwise ""
 */
public record Observation(
        String checkId,
        Outcome outcome,
        String strength,
        int schedules,
        long steps,
        long fingerprint,
        Optional<FailureSeen> failure,
        String reason) {

    /** How a check ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        NOT_JUDGED
    }

    /**
     * What broke.
     *
     * @param kind name of the engine's failure kind: DATA_RACE, DEADLOCK, NO_PROGRESS, ASSERTION, EXCEPTION, EXIT
     * @param traits names of the engine's traits, see telar.engine.Failure.Trait
     * @param diagnosis what the check itself says is wrong, when it does
     * @param errorClass binary name of the throwable's class, or ""
     * @param message what happened
     * @param schedule replays it, or ""
     * @param threads the columns of the interleaving
     * @param steps the lines of the interleaving, in order
     */
    public record FailureSeen(
            String kind,
            Set<String> traits,
            Optional<Diagnosis> diagnosis,
            String errorClass,
            String message,
            String schedule,
            List<String> threads,
            List<StepSeen> steps) {
        public FailureSeen {
            traits = Set.copyOf(traits);
            threads = List.copyOf(threads);
            steps = List.copyOf(steps);
        }
    }

    /**
     * One line of an interleaving.
     *
     * @param thread index into {@link FailureSeen#threads}
     * @param file source file name, or ""
     * @param line line number, or 0
     * @param text what was done
     */
    public record StepSeen(int thread, String file, int line, String text) {}
}
