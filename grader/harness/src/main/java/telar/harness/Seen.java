package telar.harness;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import telar.check.CheckFailure;
import telar.engine.Counterexample;
import telar.engine.Exploration;
import telar.engine.Exploration.Failed;
import telar.engine.Exploration.NotJudged;
import telar.engine.Failure;
import telar.engine.Strength;
import telar.wire.Diagnosis;
import telar.wire.Observation;
import telar.wire.Observation.FailureSeen;
import telar.wire.Observation.Outcome;
import telar.wire.Observation.StepSeen;

/** From the engine's words to those of the wire; adds no judgement. */
final class Seen {
    /** How many causes are followed; an exception may name itself as its cause. */
    private static final int CAUSES = 8;

    private Seen() {}

    static Observation of(String checkId, Exploration exploration) {
        Optional<FailureSeen> failure = Optional.empty();
        String reason = "";
        Outcome outcome = Outcome.PASSED;
        if (exploration.result() instanceof Failed failed) {
            outcome = Outcome.FAILED;
            failure = Optional.of(Cut.failure(of(failed.counterexample())));
        } else if (exploration.result() instanceof NotJudged notJudged) {
            outcome = Outcome.NOT_JUDGED;
            reason = Cut.message(notJudged.reason());
        }
        return new Observation(
                checkId,
                outcome,
                strength(exploration.strength()),
                exploration.schedules(),
                exploration.steps(),
                exploration.fingerprint(),
                failure,
                reason);
    }

    static Observation notJudged(String checkId, String reason) {
        return new Observation(
                checkId, Outcome.NOT_JUDGED, "SAMPLED", 0, 0, 0, Optional.empty(), Cut.message(reason));
    }

    /** What a check in real time ended with. */
    static Observation inRealTime(String checkId, Optional<FailureSeen> failure) {
        return new Observation(
                checkId,
                failure.isPresent() ? Outcome.FAILED : Outcome.PASSED,
                "OBSERVED",
                1,
                0,
                0,
                failure.map(Cut::failure),
                "");
    }

    /** What the check itself says is wrong: the diagnosis of the error, or of a cause of it. */
    static Optional<Diagnosis> diagnosis(Throwable error) {
        Throwable current = error;
        for (int i = 0; i < CAUSES && current != null; i++) {
            if (current instanceof CheckFailure failure) {
                return Optional.of(failure.diagnosis());
            }
            current = cause(current);
        }
        return Optional.empty();
    }

    private static Throwable cause(Throwable error) {
        try {
            return error.getCause();
        } catch (Throwable t) { // a submitted exception may override the method; what it does there is not the check's word
            return null;
        }
    }

    private static FailureSeen of(Counterexample found) {
        Failure failure = found.failure();
        List<StepSeen> steps =
                found.interleaving().steps().stream()
                        .map(step -> new StepSeen(step.thread(), step.file(), step.line(), step.text()))
                        .toList();
        return new FailureSeen(
                failure.kind().name(),
                failure.traits().stream().map(Enum::name).collect(Collectors.toSet()),
                failure.error().flatMap(Seen::diagnosis),
                failure.error().map(error -> error.getClass().getName()).orElse(""),
                failure.message(),
                found.schedule().toString(),
                found.interleaving().threads(),
                steps);
    }

    private static String strength(Strength strength) {
        return strength.kind() == Strength.Kind.BOUNDED ? "BOUNDED:" + strength.bound() : strength.kind().name();
    }
}
