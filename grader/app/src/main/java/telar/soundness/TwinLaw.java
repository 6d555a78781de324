package telar.soundness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import telar.exercise.Exercise;

/** Law 1, as far as it is about files: both twins are there, nothing is missing, and nothing lies about that nobody reads. */
final class TwinLaw {
    static final int ACCEPTED_AT_LEAST = 2;

    private final Exercise exercise;
    private final Folders folders;
    private final List<Violation> violations = new ArrayList<>();

    private TwinLaw(Exercise exercise, Path solution) {
        this.exercise = exercise;
        this.folders = new Folders(exercise, solution);
    }

    static List<Violation> check(Exercise exercise) {
        Optional<Path> solution = exercise.solution().filter(Files::isDirectory);
        if (solution.isEmpty()) {
            Path twin = exercise.folder().resolveSibling("../solutions/" + exercise.slug()).normalize();
            return List.of(new Violation(
                    Law.TWINS,
                    exercise.slug(),
                    "The exercise has no solution.",
                    twin,
                    "Write it after the model of another exercise, or remove exercises/" + exercise.slug() + "."));
        }
        return new TwinLaw(exercise, solution.get()).check();
    }

    private List<Violation> check() {
        compare(folders.exercise(), folders.neededOfExercise(), folders.allowedOfExercise());
        compare(folders.solution(), folders.neededOfSolution(), folders.allowedOfSolution());
        poms();
        reference();
        programs("accepted", ACCEPTED_AT_LEAST, "another right way");
        programs("mutants", 1, "a known wrong way");
        return violations;
    }

    private void compare(Path root, List<String> needed, Pattern allowed) {
        Set<String> present = Folders.files(root);
        for (String file : needed) {
            if (!present.contains(file)) {
                add("The file is missing.", root.resolve(file), "Write it.");
            } else if (Folders.text(root.resolve(file)).isBlank()) {
                add("The file is empty.", root.resolve(file), "Write it.");
            }
        }
        for (String file : present) {
            if (!needed.contains(file) && !allowed.matcher(file).matches()) {
                add("Nobody expects this file, so nobody reads it.", root.resolve(file), "Remove it, or move it to where it belongs.");
            }
        }
    }

    private void poms() {
        Path pom = folders.exercise().resolve("pom.xml");
        if (Files.isRegularFile(pom) && !Folders.text(pom).contains("<artifactId>" + exercise.slug() + "</artifactId>")) {
            add("The project is not called after its exercise.", pom, "Say <artifactId>" + exercise.slug() + "</artifactId>.");
        }
    }

    /** The reference is all of what a student hands in, and nothing else. */
    private void reference() {
        Path ours = folders.solution().resolve("src/main/java");
        Set<String> theirs = Folders.sources(folders.exercise().resolve("src/main/java"));
        Set<String> reference = Folders.sources(ours);
        for (String file : reference) {
            if (!folders.editable(file)) {
                add(
                        "The reference holds a file that students do not edit.",
                        ours.resolve(file),
                        "Keep given files in the exercise only, or list this one under \"editable\" in exercise.properties.");
            }
        }
        for (String file : theirs) {
            if (folders.editable(file) && !reference.contains(file)) {
                add("The reference lacks a file that students edit.", ours.resolve(file), "Write it.");
            }
        }
        if (theirs.stream().noneMatch(folders::editable)) {
            add(
                    "No file of the skeleton is one that students edit.",
                    folders.exercise().resolve("exercise.properties"),
                    "Correct \"editable\": " + String.join(", ", exercise.editable()) + ".");
        }
    }

    private void programs(String kind, int atLeast, String whatOne) {
        List<Path> programs = Folders.overlays(folders.solution(), kind);
        if (programs.size() < atLeast) {
            add(
                    kind + "/ holds too few programs: " + programs.size() + " of at least " + atLeast + ".",
                    folders.solution().resolve(kind),
                    "Add " + whatOne + ": a folder named after it, with the files that differ from the reference.");
        }
        programs.forEach(this::overlay);
    }

    private void overlay(Path program) {
        Set<String> sources = Folders.sources(program);
        if (sources.isEmpty()) {
            add("The folder holds no source file.", program, "Put the files there that differ from the reference, or remove it.");
        }
        for (String source : sources) {
            Path file = program.resolve(source);
            Path reference = folders.solution().resolve("src/main/java").resolve(source);
            String text = Folders.text(file);
            if (!folders.editable(source)) {
                add("It replaces a file that students do not edit.", file, "Remove it, or list it under \"editable\" in exercise.properties.");
            }
            if (Files.isRegularFile(reference) && Folders.text(reference).equals(text)) {
                add("It is the same as in the reference.", file, "Remove it: a variant holds only the files that differ.");
            }
            if (!text.startsWith("//")) {
                add("The first line does not say what is special about this program.", file, "Start with a line \"// …\" that does.");
            }
        }
    }

    private void add(String what, Path where, String fix) {
        violations.add(new Violation(Law.TWINS, exercise.slug(), what, where, fix));
    }
}
