package telar.soundness;

import java.util.List;
import java.util.Optional;
import telar.exercise.Check;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;
import telar.wire.Diagnosis;

/** Laws 5 and 6: wrong programs are rejected for their own reason, and every check is the reason for one. */
final class MutantLaws {

    private MutantLaws() {}

    static List<Violation> die(Evidence evidence) {
        Findings findings = new Findings(Law.MUTANTS_DIE, evidence);
        evidence.mutants().forEach(mutant -> dies(mutant, findings));
        return findings.all();
    }

    private static void dies(Evidence.Mutant mutant, Findings findings) {
        Evidence.Trial trial = mutant.trial();
        MutantManifest manifest = mutant.manifest();
        if (!trial.compiles()) {
            findings.add(
                    trial.name() + " does not compile, which is not a kill: " + Findings.problem(trial), trial.folder(), "Correct it.");
            return;
        }
        Optional<CheckResult> killer = trial.result(manifest.killedBy());
        if (killer.isEmpty()) {
            findings.add(
                    "Nothing says which check rejects " + trial.name() + "; " + failures(trial) + ".",
                    manifest.file(),
                    "Name a hidden check in \"killedBy\".");
            return;
        }
        Verdict verdict = killer.get().verdict();
        if (!(verdict instanceof Verdict.Failed failed)) {
            findings.add(
                    trial.name() + " survives " + manifest.killedBy() + ": " + Findings.words(verdict) + " In all, " + failures(trial) + ".",
                    trial.folder(),
                    "Sharpen the check until it sees the mistake, or correct \"killedBy\" in " + manifest.file().getFileName() + ".");
        } else if (!failed.diagnosis().name().equals(manifest.diagnosis())) {
            findings.add(
                    trial.name() + " is rejected by " + manifest.killedBy() + " for another reason than " + manifest.diagnosis() + ": "
                            + Findings.words(verdict),
                    trial.folder(),
                    "Correct \"diagnosis\" in " + manifest.file().getFileName() + ", or the check that calls it so.");
        }
    }

    static List<Violation> checksKill(Evidence evidence) {
        Findings findings = new Findings(Law.CHECKS_KILL, evidence);
        for (Check check : evidence.hiddenChecks()) {
            if (evidence.mutants().stream().noneMatch(mutant -> kills(check, mutant.trial()))) {
                findings.add(
                        "No mutant fails " + check.id() + ": a check that never failed has never been tested.",
                        evidence.exercise().solution().orElseThrow().resolve("mutants"),
                        "Add a mutant with the mistake that it is there for, or remove the check.");
            }
        }
        return findings.all();
    }

    private static boolean kills(Check check, Evidence.Trial trial) {
        return trial.compiles()
                && trial.result(check.id()).flatMap(Evidence::diagnosis).filter(d -> d != Diagnosis.COMPILE_ERROR).isPresent();
    }

    private static String failures(Evidence.Trial trial) {
        List<String> failed = trial.hidden()
                .filter(result -> result.verdict() instanceof Verdict.Failed)
                .map(result -> result.check().id() + " (" + Evidence.diagnosis(result).orElseThrow() + ")")
                .toList();
        return failed.isEmpty() ? "no hidden check fails it" : "these hidden checks fail it: " + String.join(", ", failed);
    }
}
