package telar.verdict;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import telar.exercise.Check;
import telar.verdict.Verdict.Exploration;
import telar.verdict.Verdict.Failed;
import telar.verdict.Verdict.Feedback;
import telar.verdict.Verdict.Inconclusive;
import telar.verdict.Verdict.JudgeError;
import telar.verdict.Verdict.Passed;
import telar.verdict.Verdict.Skipped;
import telar.verdict.Verdict.Step;
import telar.wire.Diagnosis;
import telar.wire.Expected;
import telar.wire.Observation;
import telar.wire.Observation.FailureSeen;

/**
 * Turns the evidence about one check into its verdict. Pure: the same evidence always gives the same verdict, and nothing else
 * (no clock, no machine, no file) takes part.
 *
 * <p>Two rules stand above the table. Whatever comes from a JVM in which submitted code runs can never become a
 * {@link JudgeError}: a submission must not be able to void its mark by breaking the judge. And what the judge does not
 * understand is never a pass: it is {@link Inconclusive}, and a person looks.
 */
public final class Judge {

    private static final Pattern STRENGTH = Pattern.compile("ALL|BOUNDED:\\d{1,3}|SAMPLED|OBSERVED|SEQUENTIAL");

    /** The kinds of failure by which a test says that what it looked at is broken. */
    private static final Set<String> FOUND = Set.of("ASSERTION", "DATA_RACE", "DEADLOCK", "NO_PROGRESS", "EXCEPTION");

    private Judge() {}

    /** Judges one planned check. */
    public static CheckResult judge(Check check, Evidence evidence) {
        return new CheckResult(check, verdict(check, evidence));
    }

    private static Verdict verdict(Check check, Evidence evidence) {
        if (evidence instanceof Evidence.Observed observed) {
            return verdict(check, observed.observation());
        } else if (evidence instanceof Evidence.NotCompiled refused) {
            return failed(Diagnosis.COMPILE_ERROR, Rule.COMPILER_REFUSED, refused.messages());
        } else if (evidence instanceof Evidence.Forbidden forbidden) {
            return failed(Diagnosis.FORBIDDEN_CODE, Rule.POLICY_REFUSED, forbidden.messages());
        } else if (evidence instanceof Evidence.Died died) {
            return failed(Diagnosis.CRASH, Rule.JVM_DIED, died.how());
        } else if (evidence instanceof Evidence.Tampered tampered) {
            return failed(Diagnosis.CRASH, Rule.PROTOCOL_BROKEN, tampered.how());
        } else if (evidence instanceof Evidence.Hung hung) {
            // No words here: they would be in one language. The reports say what the figure means.
            return failed(Diagnosis.TIME_LIMIT, Rule.JVM_HUNG, ("> " + hung.limit().toSeconds() + " s\n" + hung.where()).strip());
        } else if (evidence instanceof Evidence.Unfit unfit) {
            return new JudgeError(unfit.reason());
        } else if (evidence instanceof Evidence.NotStarted notStarted) {
            return new JudgeError(notStarted.reason());
        } else if (evidence instanceof Evidence.JdkTooOld tooOld) {
            return new Skipped("Java " + tooOld.since());
        } else if (evidence instanceof Evidence.DependencyFailed dependency) {
            return new Skipped(dependency.checkId());
        }
        throw new IllegalArgumentException("no rule for this kind of evidence: " + evidence);
    }

    private static Verdict verdict(Check check, Observation seen) {
        if (!seen.checkId().equals(check.id())) {
            return failed(Diagnosis.CRASH, Rule.JVM_DIED, check.id() + " <> " + seen.checkId());
        }
        if (check.expects() == Expected.FAILURE) {
            return expectedFailure(seen);
        }
        Exploration exploration = isSound(seen) ? new Exploration(seen.strength(), seen.schedules()) : Exploration.NONE;
        return switch (seen.outcome()) {
            case PASSED -> passed(seen, exploration);
            case NOT_JUDGED -> new Inconclusive(seen.reason());
            case FAILED -> seen.failure()
                    .map(failure -> failed(failure, exploration))
                    .orElseGet(() -> new Inconclusive("the child JVM reported a failure of " + check.id() + " without saying what broke"));
        };
    }

    /** The submission is a test in front of something broken: only that it fails, in a way that tests fail, is a pass. */
    private static Verdict expectedFailure(Observation seen) {
        return switch (seen.outcome()) {
            case NOT_JUDGED -> new Inconclusive(seen.reason());
            case PASSED -> {
                Verdict held = passed(seen, isSound(seen) ? new Exploration(seen.strength(), seen.schedules()) : Exploration.NONE);
                yield held instanceof Passed passed
                        ? new Failed(Diagnosis.BUG_NOT_FOUND, Rule.NOTHING_BROKE, passed.exploration(), Feedback.of(""))
                        : held;
            }
            case FAILED -> seen.failure().isPresent() && FOUND.contains(seen.failure().get().kind())
                    ? new Passed(new Exploration("FOUND", Math.max(1, seen.schedules())))
                    : seen.failure()
                            .map(failure -> failed(failure, Exploration.NONE))
                            .orElseGet(() -> new Inconclusive("the child JVM reported a failure of " + seen.checkId() + " without saying what broke"));
        };
    }

    private static Verdict passed(Observation seen, Exploration exploration) {
        if (!isSound(seen) || seen.failure().isPresent()) {
            return new Inconclusive("the child JVM reported a pass of " + seen.checkId() + " that contradicts itself: strength \""
                    + seen.strength() + "\", " + seen.schedules() + " runs" + (seen.failure().isPresent() ? ", and a failure" : ""));
        }
        return new Passed(exploration);
    }

    private static boolean isSound(Observation seen) {
        return STRENGTH.matcher(seen.strength()).matches() && seen.schedules() > 0;
    }

    private static Verdict failed(FailureSeen failure, Exploration exploration) {
        Optional<Ruling> ruling = ruling(failure);
        if (ruling.isEmpty()) {
            return new Inconclusive("the child JVM reported a kind of failure that the judge does not know: \"" + failure.kind() + "\"");
        }
        Feedback feedback = new Feedback(
                failure.message(),
                failure.schedule(),
                failure.threads(),
                failure.steps().stream().map(s -> new Step(s.thread(), s.file(), s.line(), s.text())).toList());
        return new Failed(ruling.get().diagnosis(), ruling.get().rule(), exploration, feedback);
    }

    private static Failed failed(Diagnosis diagnosis, Rule rule, String happened) {
        return new Failed(diagnosis, rule, Exploration.NONE, Feedback.of(happened));
    }

    /** The table from failures to diagnoses; the first row that applies wins. Empty for a kind that is not in it. */
    static Optional<Ruling> ruling(FailureSeen failure) {
        // A race comes first: what the check says of a result is then only the harm that the race did.
        if (failure.diagnosis().isPresent() && !failure.kind().equals("DATA_RACE")) {
            return Optional.of(new Ruling(failure.diagnosis().get(), Rule.CHECK_SAYS));
        }
        Set<String> traits = failure.traits();
        return Optional.ofNullable(
                switch (failure.kind()) {
                    case "DATA_RACE" -> new Ruling(Diagnosis.DATA_RACE, Rule.RACE_SEEN);
                    case "DEADLOCK" -> traits.contains("WAITS_FOR_COMPANY") ? new Ruling(Diagnosis.NOT_PARALLEL, Rule.COMPANY_NEVER_CAME)
                            : traits.contains("LOCK_CYCLE") ? new Ruling(Diagnosis.DEADLOCK, Rule.LOCK_CYCLE_SEEN)
                            : traits.contains("WAITS_FOR_SIGNAL") ? new Ruling(Diagnosis.MISSED_SIGNAL, Rule.SIGNAL_NEVER_CAME)
                            : new Ruling(Diagnosis.DEADLOCK, Rule.BLOCKED_FOR_EVER);
                    case "NO_PROGRESS" -> new Ruling(Diagnosis.LIVELOCK, Rule.NO_PROGRESS_SEEN);
                    case "ASSERTION" -> traits.contains("DEPENDS_ON_SLEEP")
                                    ? new Ruling(Diagnosis.SLEEP_AS_SYNCHRONISATION, Rule.SLEEP_DECIDES)
                            : traits.contains("LOST_UPDATE") ? new Ruling(Diagnosis.LOST_UPDATE, Rule.OVERWRITE_SEEN)
                            : traits.contains("STALE_CHECK") ? new Ruling(Diagnosis.CHECK_THEN_ACT, Rule.STALE_READ_SEEN)
                            : new Ruling(Diagnosis.WRONG_RESULT, Rule.ASSERTION_FAILED);
                    case "EXCEPTION" -> failure.errorClass().equals(IllegalMonitorStateException.class.getName())
                            ? new Ruling(Diagnosis.RELEASED_WITHOUT_HOLDING, Rule.MONITOR_NOT_HELD)
                            : new Ruling(Diagnosis.EXCEPTION, Rule.EXCEPTION_ESCAPED);
                    case "EXIT" -> new Ruling(Diagnosis.CRASH, Rule.JVM_ENDED);
                    default -> null;
                });
    }

    /** A diagnosis, and the row of the table that gave it. */
    record Ruling(Diagnosis diagnosis, Rule rule) {}
}
