package telar.soundness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.wire.Diagnosis;

/** Law 1, as far as it is about words: whatever a student may be told is there, in both languages. */
final class WordsLaw {
    private static final List<String> KEYS_OF_A_CHECK = List.of("title", "failed", "why", "hint");
    private static final Pattern HINT = Pattern.compile("(?m)^## +\\S.*$");

    private final Evidence evidence;
    private final Exercise exercise;
    private final Path solution;
    private final List<Violation> violations = new ArrayList<>();

    private WordsLaw(Evidence evidence) {
        this.evidence = evidence;
        this.exercise = evidence.exercise();
        this.solution = exercise.solution().orElseThrow();
    }

    static List<Violation> check(Evidence evidence) {
        return new WordsLaw(evidence).check();
    }

    private List<Violation> check() {
        feedback(exercise.folder(), evidence.visibleChecks());
        feedback(solution, evidence.hiddenChecks());
        hints();
        evidence.mutants().forEach(this::mutant);
        return violations;
    }

    private void feedback(Path twin, List<Check> checks) {
        List<String> keys = checks.stream()
                .flatMap(check -> KEYS_OF_A_CHECK.stream().map(key -> check.id() + "." + key))
                .toList();
        Path resources = twin.resolve("src/test/resources").resolve(exercise.packageName());
        for (String name : List.of("feedback.properties", "feedback_es.properties")) {
            Path file = resources.resolve(name);
            if (Files.isRegularFile(file)) { // a missing one is reported with the other missing files
                keys(KeyFile.read(file), keys);
            }
        }
    }

    private void hints() {
        Path english = exercise.folder().resolve("HINTS.md");
        Path spanish = exercise.folder().resolve("HINTS.es.md");
        if (!Files.isRegularFile(english) || !Files.isRegularFile(spanish)) {
            return;
        }
        long hints = HINT.matcher(Folders.text(english)).results().count();
        long translated = HINT.matcher(Folders.text(spanish)).results().count();
        if (hints == 0) {
            add("There is no hint.", english, "Begin each hint with a heading \"## 1\", \"## 2\" …");
        }
        if (hints != translated) {
            add("The numbers of hints differ: " + hints + " in English, " + translated + " in Spanish.", spanish, "Translate every hint.");
        }
    }

    private void mutant(Evidence.Mutant mutant) {
        MutantManifest manifest = mutant.manifest();
        KeyFile file = KeyFile.read(manifest.file());
        keys(file, MutantManifest.KEYS);
        if (!manifest.killedBy().isEmpty()
                && evidence.hiddenChecks().stream().noneMatch(check -> check.id().equals(manifest.killedBy()))) {
            add(
                    "\"killedBy\" names no hidden check: " + manifest.killedBy() + ".",
                    manifest.file(),
                    "Name one of " + String.join(", ", evidence.hiddenChecks().stream().map(Check::id).toList()) + ".");
        }
        if (!manifest.diagnosis().isEmpty() && manifest.knownDiagnosis().isEmpty()) {
            add(
                    "\"diagnosis\" names no diagnosis: " + manifest.diagnosis() + ".",
                    manifest.file(),
                    "Name one of " + String.join(", ", List.of(Diagnosis.values()).stream().map(Diagnosis::name).toList()) + ".");
        }
    }

    private void keys(KeyFile file, List<String> keys) {
        file.complaints(keys).forEach(complaint -> add(complaint.what(), file.file(), complaint.fix()));
    }

    private void add(String what, Path where, String fix) {
        violations.add(new Violation(Law.TWINS, exercise.slug(), what, where, fix));
    }
}
