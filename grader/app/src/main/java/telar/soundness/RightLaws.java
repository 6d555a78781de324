package telar.soundness;

import java.util.List;
import java.util.stream.Stream;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;
import telar.wire.TimeMode;

/** Laws 4 and 10: right programs get full marks, always, and not by a hair's breadth. */
final class RightLaws {

    private RightLaws() {}

    static List<Violation> pass(Evidence evidence) {
        Findings findings = new Findings(Law.RIGHT_PASSES, evidence);
        Stream.concat(evidence.rightPrograms(), evidence.underLoad().stream()).forEach(trial -> passes(trial, findings));
        evidence.underLoad().forEach(loaded -> evidence.rightPrograms()
                .filter(quiet -> quiet.folder().equals(loaded.folder()) && quiet.seed() == loaded.seed())
                .forEach(quiet -> isTheSame(quiet, loaded, findings)));
        return findings.all();
    }

    private static void passes(Evidence.Trial trial, Findings findings) {
        if (!trial.compiles()) {
            findings.add(trial.name() + " does not compile: " + Findings.problem(trial), trial.folder(), "Correct it.");
            return;
        }
        if (trial.grade().results().isEmpty()) {
            findings.add("Nothing was checked of " + trial.name() + ".", trial.folder(), "Write hidden checks.");
        }
        trial.grade().results().stream().filter(result -> !Findings.passed(result)).forEach(result -> findings.add(
                trial.name() + " (seed " + trial.seed() + ") does not pass " + result.check().id() + ": "
                        + Findings.words(result.verdict()),
                trial.folder(),
                "Either this program is not right after all, or the check asks too much: correct one of them."));
    }

    /** A busy machine may not change so much as the number of runs. Checks in real time are the exception: they count nothing. */
    private static void isTheSame(Evidence.Trial quiet, Evidence.Trial loaded, Findings findings) {
        for (CheckResult before : quiet.grade().results()) {
            if (before.check().time() == TimeMode.REAL) {
                continue;
            }
            loaded.result(before.check().id())
                    .filter(after -> Findings.passed(after) && !after.verdict().equals(before.verdict()))
                    .ifPresent(after -> findings.add(
                            before.check().id() + " of " + quiet.name() + " is explored differently on a busy machine: "
                                    + before.verdict() + ", but " + after.verdict(),
                            quiet.folder(),
                            "Remove what depends on the machine: the clock, unseeded randomness, hash codes of objects."));
        }
    }

    /**
     * As built: a search that covered all there is ({@code ALL}, {@code SEQUENTIAL}, {@code OBSERVED}) had to stop within a third
     * of the runs it was allowed, so that a longer right program is covered just as well. A search that cannot cover all
     * ({@code BOUNDED}, {@code SAMPLED}) spends its whole budget by design, and so breaks nothing: the soundness card tells how
     * strong such a pass is.
     */
    static List<Violation> withinBudget(Evidence evidence) {
        Findings findings = new Findings(Law.WITHIN_BUDGET, evidence);
        evidence.reference().forEach(trial -> trial.grade().results().forEach(result -> {
            if (result.verdict() instanceof Verdict.Passed passed && coversAll(passed.exploration())) {
                int budget = budget(evidence, result);
                int runs = passed.exploration().schedules();
                if (runs > 1 && runs > budget / 3) {
                    findings.add(
                            "With seed " + trial.seed() + " it took " + runs + " of " + budget + " runs to try every interleaving of "
                                    + result.check().id() + ".",
                            evidence.exercise().folder().resolve("exercise.properties"),
                            "Make the check smaller, or raise \"budget\" (or the check's own schedules) to " + 3 * runs + ".");
                }
            }
        }));
        return findings.all();
    }

    private static int budget(Evidence evidence, CheckResult result) {
        return result.check().schedules() > 0 ? result.check().schedules() : evidence.exercise().budget();
    }

    private static boolean coversAll(Verdict.Exploration exploration) {
        return List.of("ALL", "SEQUENTIAL", "OBSERVED").contains(exploration.strength());
    }
}
