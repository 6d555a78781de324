package telar.soundness;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import telar.mutation.Mutation;

/** Law 9: mistakes that nobody thought of are seen as well, or somebody says why they are none. */
final class MutationLaw {
    private static final String FILE = "equivalent.properties";

    private final Findings findings;
    private final Path source;
    private final KeyFile reasons;
    private final List<Evidence.Automatic> mutants;

    private MutationLaw(Evidence evidence) {
        this.findings = new Findings(Law.MUTATIONS_DIE, evidence);
        Path solution = evidence.exercise().solution().orElseThrow();
        this.source = solution.resolve("src/main/java");
        this.reasons = reasons(solution);
        this.mutants = evidence.automatic().orElseThrow();
    }

    /** Mutant to the reason why it is as right as the reference. */
    static KeyFile reasons(Path solution) {
        return KeyFile.read(solution.resolve(FILE));
    }

    static List<Violation> check(Evidence evidence) {
        return new MutationLaw(evidence).check();
    }

    private List<Violation> check() {
        mutants.stream()
                .filter(mutant -> mutant.killer().isEmpty() && !reasons.values().containsKey(mutant.mutation().id()))
                .forEach(mutant -> survives(mutant.mutation()));
        if (reasons.exists()) {
            listed();
        }
        return findings.all();
    }

    private void survives(Mutation mutation) {
        findings.add(
                "No hidden check fails " + mutation.id() + ", which changes line " + mutation.line() + ": " + change(mutation),
                source.resolve(mutation.file()),
                "Add or sharpen a check that sees it. If nobody could tell it from the reference, say why in " + FILE + ": "
                        + mutation.id() + "=…");
    }

    static String change(Mutation mutation) {
        return "\"" + mutation.before() + "\" becomes \"" + mutation.after() + "\".";
    }

    private void listed() {
        if (!reasons.unreadable().isEmpty()) {
            findings.add("The file cannot be read: " + reasons.unreadable() + ".", reasons.file(), "Save it as UTF-8 properties.");
        }
        Set<String> known = new HashSet<>();
        for (Evidence.Automatic mutant : mutants) {
            String id = mutant.mutation().id();
            known.add(id);
            if (reasons.values().containsKey(id) && mutant.killer().isPresent()) {
                findings.add(
                        id + " is listed as equivalent, but " + mutant.killer().get().check().id() + " fails it: "
                                + Findings.words(mutant.killer().get().verdict()),
                        reasons.file(),
                        "Remove the line.");
            }
        }
        reasons.values().keySet().stream().filter(id -> !known.contains(id)).forEach(id -> findings.add(
                "No operator makes a mutant \"" + id + "\" that compiles.", reasons.file(), "Remove the line, or correct its key."));
        reasons.values().keySet().stream().filter(id -> reasons.value(id).isEmpty()).forEach(id -> findings.add(
                "There is no reason for " + id + ".", reasons.file(), "Write why nobody could tell it from the reference."));
        reasons.repeated().forEach(id -> findings.add(
                id + " is listed twice; only the last one counts.", reasons.file(), "Keep one of them."));
    }
}
