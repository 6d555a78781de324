package telar.soundness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;

/** Violations of one law by one exercise, as they are found, and how a verdict is told in them. */
final class Findings {
    private final Law law;
    private final String slug;
    private final List<Violation> violations = new ArrayList<>();

    Findings(Law law, Evidence evidence) {
        this.law = law;
        this.slug = evidence.exercise().slug();
    }

    void add(String what, Path where, String fix) {
        violations.add(new Violation(law, slug, what, where, fix));
    }

    List<Violation> all() {
        return violations;
    }

    static boolean passed(CheckResult result) {
        return result.verdict() instanceof Verdict.Passed;
    }

    /** Why a program could not run. */
    static String problem(Evidence.Trial trial) {
        return trial.grade().problem().isEmpty()
                ? trial.grade().results().stream().map(result -> words(result.verdict())).findFirst().orElse("nothing ran")
                : trial.grade().problem();
    }

    static String words(Verdict verdict) {
        if (verdict instanceof Verdict.Passed) {
            return "it passed.";
        } else if (verdict instanceof Verdict.Failed failed) {
            return failed.diagnosis() + ": " + firstLine(failed.feedback().happened());
        } else if (verdict instanceof Verdict.Skipped skipped) {
            return "it was skipped because of " + skipped.dependsOn() + ".";
        } else if (verdict instanceof Verdict.Inconclusive inconclusive) {
            return "no verdict: " + inconclusive.why();
        } else if (verdict instanceof Verdict.JudgeError error) {
            return "the judge failed: " + error.cause();
        }
        throw new IllegalArgumentException("no words for this kind of verdict: " + verdict);
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
