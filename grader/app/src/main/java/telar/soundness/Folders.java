package telar.soundness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import telar.exercise.Exercise;

/** Where the files of an exercise's two twins are, and what they may be called. Paths have slashes on every system. */
final class Folders {
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final Set<String> MADE_BY_TOOLS = Set.of("target", ".idea", ".settings", ".vscode", ".classpath", ".project", ".telar");

    private final Exercise exercise;
    private final Path solution;

    Folders(Exercise exercise, Path solution) {
        this.exercise = exercise;
        this.solution = solution;
    }

    Path exercise() {
        return exercise.folder();
    }

    Path solution() {
        return solution;
    }

    /** Files that must be below the exercise's folder. */
    List<String> neededOfExercise() {
        return List.of(
                "README.md",
                "README.es.md",
                "HINTS.md",
                "HINTS.es.md",
                "exercise.properties",
                "pom.xml",
                resources() + "feedback.properties",
                resources() + "feedback_es.properties");
    }

    /** Files that must be below the solution's folder. */
    List<String> neededOfSolution() {
        return List.of("pom.xml", resources() + "feedback.properties", resources() + "feedback_es.properties");
    }

    /** Everything else that may be below the exercise's folder. */
    Pattern allowedOfExercise() {
        return Pattern.compile("src/(main|test)/java/" + exercise.packageName() + "/.+\\.java");
    }

    /** Everything else that may be below the solution's folder. */
    Pattern allowedOfSolution() {
        return Pattern.compile("(src/(main|test)/java/%1$s/.+\\.java)|(accepted|mutants)/%2$s/%1$s/.+\\.java|mutants/%2$s/mutant\\.properties|equivalent\\.properties"
                .formatted(exercise.packageName(), NAME));
    }

    /** {@code accepted} or {@code mutants}: one folder for each program, in the order of their names. */
    static List<Path> overlays(Path solution, String kind) {
        Path folder = solution.resolve(kind);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Every file below the folder that no build and no editor made, relative to it; none where the folder does not exist. */
    static Set<String> files(Path root) {
        if (!Files.isDirectory(root)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(file -> !madeByTools(file))
                    .map(file -> file.toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
    }

    /** The source files below the folder, relative to it. */
    static Set<String> sources(Path root) {
        return files(root).stream().filter(file -> file.endsWith(".java")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a student hands in the file of this path below {@code src/main/java}. */
    boolean editable(String source) {
        return exercise.editable().stream()
                .anyMatch(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(source)));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static boolean madeByTools(Path file) {
        for (Path part : file) {
            if (MADE_BY_TOOLS.contains(part.toString()) || part.toString().endsWith(".iml")) {
                return true;
            }
        }
        return false;
    }

    private String resources() {
        return "src/test/resources/" + exercise.packageName() + "/";
    }
}
