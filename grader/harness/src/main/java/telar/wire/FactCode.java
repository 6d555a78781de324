package telar.wire;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import telar.wire.Observation.FailureSeen;
import telar.wire.Observation.Outcome;
import telar.wire.Observation.StepSeen;

/** The fields of each kind of fact, in both directions. The number in front says which kind it is. */
final class FactCode {
    private static final int READY = 1;
    private static final int UNFIT = 2;
    private static final int STARTED = 3;
    private static final int OBSERVED = 4;
    private static final int HANGING = 5;
    private static final int FINISHED = 6;

    private FactCode() {}

    static void write(Fact fact, FieldWriter out) throws IOException {
        if (fact instanceof Fact.Ready ready) {
            out.tag(READY);
            out.text(ready.jdk());
            out.number(ready.canaries());
        } else if (fact instanceof Fact.Unfit unfit) {
            out.tag(UNFIT);
            out.text(unfit.reason());
        } else if (fact instanceof Fact.Started started) {
            out.tag(STARTED);
            out.text(started.checkId());
        } else if (fact instanceof Fact.Observed observed) {
            out.tag(OBSERVED);
            write(observed.observation(), out);
        } else if (fact instanceof Fact.Hanging hanging) {
            out.tag(HANGING);
            out.text(hanging.checkId());
            out.text(hanging.where());
        } else if (fact instanceof Fact.Finished) {
            out.tag(FINISHED);
        }
    }

    static Fact read(FieldReader in) throws WireException {
        return switch (in.tag()) {
            case READY -> new Fact.Ready(in.text(), in.number());
            case UNFIT -> new Fact.Unfit(in.text());
            case STARTED -> new Fact.Started(in.text());
            case OBSERVED -> new Fact.Observed(observation(in));
            case HANGING -> new Fact.Hanging(in.text(), in.text());
            case FINISHED -> new Fact.Finished();
            default -> throw FieldReader.malformed("no such kind of fact");
        };
    }

    private static void write(Observation seen, FieldWriter out) throws IOException {
        out.text(seen.checkId());
        out.text(seen.outcome().name());
        out.text(seen.strength());
        out.number(seen.schedules());
        out.number(seen.steps());
        out.number(seen.fingerprint());
        out.optional(seen.failure(), failure -> write(failure, out));
        out.text(seen.reason());
    }

    private static Observation observation(FieldReader in) throws WireException {
        Observation seen =
                new Observation(
                        in.text(),
                        in.word(Outcome.class),
                        in.text(),
                        in.number(),
                        in.longNumber(),
                        in.longNumber(),
                        in.optional(() -> failure(in)),
                        in.text());
        if (seen.failure().isPresent() != (seen.outcome() == Outcome.FAILED)) {
            throw FieldReader.malformed("a failure belongs to the outcome FAILED and to no other");
        }
        return seen;
    }

    private static void write(FailureSeen failure, FieldWriter out) throws IOException {
        out.text(failure.kind());
        out.list(failure.traits().stream().sorted().toList(), out::text);
        out.optional(failure.diagnosis(), diagnosis -> out.text(diagnosis.name()));
        out.text(failure.errorClass());
        out.text(failure.message());
        out.text(failure.schedule());
        out.list(failure.threads(), out::text);
        out.list(failure.steps(), step -> write(step, out));
    }

    private static FailureSeen failure(FieldReader in) throws WireException {
        String kind = in.text();
        Set<String> traits = new HashSet<>(in.list(in::text));
        return new FailureSeen(
                kind,
                traits,
                in.optional(() -> in.word(Diagnosis.class)),
                in.text(),
                in.text(),
                in.text(),
                in.list(in::text),
                in.list(() -> step(in)));
    }

    private static void write(StepSeen step, FieldWriter out) throws IOException {
        out.number(step.thread());
        out.text(step.file());
        out.number(step.line());
        out.text(step.text());
    }

    private static StepSeen step(FieldReader in) throws WireException {
        return new StepSeen(in.number(), in.text(), in.number(), in.text());
    }
}
