package telar.soundness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import telar.exercise.Check;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;

/**
 * How far an exercise can be trusted, for a reader: the laws with what breaks them, then the figures they rest on. Holds no time
 * and no path of this machine, so that the same exercise always has the same card.
 */
public final class SoundnessCard {
    private final Proof proof;
    private final Path home;

    /** @param home paths are told relative to it */
    public SoundnessCard(Proof proof, Path home) {
        this.proof = proof;
        this.home = home.toAbsolutePath().normalize();
    }

    /** For a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, proof.exercise().slug() + (proof.lawful() ? ": sound" : ": not sound"));
        for (Law law : Law.values()) {
            line(text, "  " + mark(law) + " " + (law.number() < 10 ? " " : "") + law.number() + "  " + law.sentence());
            for (Violation violation : proof.findings().getOrDefault(law, List.of())) {
                line(text, "         what   " + indented(violation.what(), "                "));
                line(text, "         where  " + relative(violation.where()));
                line(text, "         fix    " + violation.fix());
            }
        }
        proof.evidence().ifPresent(evidence -> facts(evidence).forEach(fact -> line(text, "     " + fact)));
        return text.toString();
    }

    /** For a page of the documentation. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, "## " + proof.exercise().slug());
        line(text, "");
        for (Law law : Law.values()) {
            line(text, "- " + mark(law) + " **" + law.number() + "** " + law.sentence());
            for (Violation violation : proof.findings().getOrDefault(law, List.of())) {
                line(text, "  - " + indented(violation.what(), "    ") + " Where: `" + relative(violation.where()) + "`. Fix: " + violation.fix());
            }
        }
        proof.evidence().ifPresent(evidence -> tables(evidence, text));
        line(text, "");
        return text.toString();
    }

    private String mark(Law law) {
        List<Violation> violations = proof.findings().get(law);
        return violations == null ? "?" : violations.isEmpty() ? "✔" : "✘";
    }

    private static List<String> facts(Evidence evidence) {
        List<String> facts = new ArrayList<>();
        facts.add("checks    " + evidence.hiddenChecks().size() + " hidden, " + evidence.visibleChecks().size() + " visible");
        int width = evidence.hiddenChecks().stream().mapToInt(check -> check.id().length()).max().orElse(1);
        for (Check check : evidence.hiddenChecks()) {
            facts.add(("          %-" + width + "s  %3d points  reference %-14s  fails %s").formatted(
                    check.id(), check.points(), explored(evidence.reference().get(0), check), kills(evidence, check)));
        }
        facts.add("mutants   " + killed(evidence) + " killed by the check they name, with the diagnosis they name");
        int mutantWidth = evidence.mutants().stream().mapToInt(mutant -> folder(mutant.trial()).length()).max().orElse(1);
        for (Evidence.Mutant mutant : evidence.mutants()) {
            facts.add(("          %-" + mutantWidth + "s  %s").formatted(
                    folder(mutant.trial()),
                    mutant.killedAsItSays() ? mutant.manifest().killedBy() + ": " + mutant.manifest().diagnosis() : "not so"));
        }
        evidence.automatic().ifPresent(mutants -> facts.addAll(automatic(evidence, mutants)));
        facts.add("accepted  " + evidence.accepted().size() + " other right ways"
                + (evidence.underLoad().isEmpty() ? "" : ", all of them again on a busy machine"));
        return facts;
    }

    private static List<String> automatic(Evidence evidence, List<Evidence.Automatic> mutants) {
        List<String> facts = new ArrayList<>();
        facts.add("automatic " + counts(evidence, mutants));
        int width = mutants.stream().mapToInt(mutant -> mutant.mutation().id().length()).max().orElse(1);
        mutants.forEach(mutant -> facts.add(("          %-" + width + "s  %s").formatted(mutant.mutation().id(), end(evidence, mutant, ": "))));
        return facts;
    }

    private static String counts(Evidence evidence, List<Evidence.Automatic> mutants) {
        long killed = mutants.stream().filter(mutant -> mutant.killer().isPresent()).count();
        long listed = mutants.stream().filter(mutant -> mutant.killer().isEmpty() && !reason(evidence, mutant).isEmpty()).count();
        return killed + "/" + mutants.size() + " killed, " + listed + " equivalent, " + (mutants.size() - killed - listed) + " survive";
    }

    /** How a mutant ended: who killed it, or why nobody could. */
    private static String end(Evidence evidence, Evidence.Automatic mutant, String between) {
        if (mutant.killer().isPresent()) {
            CheckResult killer = mutant.killer().get();
            return killer.check().id() + between + Evidence.diagnosis(killer).orElseThrow();
        }
        String reason = reason(evidence, mutant);
        return reason.isEmpty() ? "survives" + between + MutationLaw.change(mutant.mutation()) : "equivalent" + between + reason;
    }

    private static String reason(Evidence evidence, Evidence.Automatic mutant) {
        return MutationLaw.reasons(evidence.exercise().solution().orElseThrow()).value(mutant.mutation().id()).orElse("");
    }

    private static void tables(Evidence evidence, StringBuilder text) {
        line(text, "");
        line(text, "Mutants killed as they say: **" + killed(evidence) + "**. Accepted variants: **" + evidence.accepted().size() + "**. "
                + "Seeds of the reference: " + evidence.reference().stream().map(t -> "" + t.seed()).collect(Collectors.joining(", ")) + ".");
        line(text, "");
        line(text, "| hidden check | points | reference explored | mutants it kills |");
        line(text, "|---|---:|---|---:|");
        for (Check check : evidence.hiddenChecks()) {
            line(text, "| `%s` | %d | %s | %d |".formatted(
                    check.id(), check.points(), explored(evidence.reference().get(0), check), killers(evidence, check).size()));
        }
        line(text, "");
        line(text, "| mutant | killed by | diagnosis | what it teaches |");
        line(text, "|---|---|---|---|");
        evidence.mutants().forEach(mutant -> line(text, "| `%s` | `%s` | %s | %s |".formatted(
                folder(mutant.trial()),
                mutant.manifest().killedBy(),
                mutant.killedAsItSays() ? mutant.manifest().diagnosis() : "**survives**",
                cell(mutant.manifest().lesson()))));
        evidence.automatic().ifPresent(mutants -> {
            line(text, "");
            line(text, "Mutants made automatically: **" + counts(evidence, mutants) + "**.");
            line(text, "");
            line(text, "| automatic mutant | line | what changes | first killed by | diagnosis |");
            line(text, "|---|---:|---|---|---|");
            mutants.forEach(mutant -> line(text, "| `%s` | %d | `%s` → `%s` | %s |".formatted(
                    mutant.mutation().id(),
                    mutant.mutation().line(),
                    cell(mutant.mutation().before()),
                    cell(mutant.mutation().after()),
                    cell(end(evidence, mutant, "\0")).replace("\0", " | "))));
        });
        line(text, "");
        line(text, "Accepted: " + evidence.accepted().stream()
                .map(trial -> "`" + folder(trial) + "`")
                .collect(Collectors.joining(", ")) + ".");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String killed(Evidence evidence) {
        return evidence.mutants().stream().filter(Evidence.Mutant::killedAsItSays).count() + "/" + evidence.mutants().size();
    }

    /** Every mutant that the check fails, whether or not it is the one it names. */
    private static List<Evidence.Mutant> killers(Evidence evidence, Check check) {
        return evidence.mutants().stream()
                .filter(mutant -> mutant.trial().compiles())
                .filter(mutant -> mutant.trial().result(check.id()).flatMap(Evidence::diagnosis).isPresent())
                .toList();
    }

    private static String kills(Evidence evidence, Check check) {
        Map<String, Long> diagnoses = killers(evidence, check).stream()
                .collect(Collectors.groupingBy(
                        mutant -> mutant.trial().result(check.id()).flatMap(Evidence::diagnosis).orElseThrow().name(),
                        TreeMap::new,
                        Collectors.counting()));
        if (diagnoses.isEmpty()) {
            return "no mutant";
        }
        return diagnoses.entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey()).collect(Collectors.joining(", "));
    }

    private static String explored(Evidence.Trial trial, Check check) {
        return trial.result(check.id())
                .map(CheckResult::verdict)
                .map(verdict -> verdict instanceof Verdict.Passed passed
                        ? passed.exploration().strength() + " " + passed.exploration().schedules()
                        : "-")
                .orElse("-");
    }

    private static String folder(Evidence.Trial trial) {
        return trial.folder().getFileName().toString();
    }

    private String relative(Path where) {
        Path path = where.toAbsolutePath().normalize();
        return (path.startsWith(home) ? home.relativize(path) : path).toString().replace('\\', '/');
    }

    private static String indented(String text, String indent) {
        return text.strip().replace("\n", "\n" + indent);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
