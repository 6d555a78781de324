package telar.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The exercises of a kit: one for every folder below {@code exercises/} that has a manifest, in course order. There is no other
 * registry.
 */
public final class Catalog {
    private final Path home;
    private final List<Exercise> exercises;

    private Catalog(Path home, List<Exercise> exercises) {
        this.home = home;
        this.exercises = exercises;
    }

    /**
     * Reads the kit in a folder.
     *
     * @throws KitException if it holds no exercises, or one of them is not well formed
     */
    public static Catalog open(Path home) {
        Path folder = home.resolve("exercises");
        if (!Files.isDirectory(folder)) {
            throw new KitException(
                    "There is no folder exercises/ in " + home + ". Start telar from a kit's folder, or set TELAR_HOME to one.");
        }
        try (Stream<Path> folders = Files.list(folder)) {
            List<Exercise> exercises =
                    folders.filter(f -> Files.isRegularFile(f.resolve(Manifest.FILE)))
                            .map(f -> Manifest.read(f, solution(home, f)))
                            .sorted(Comparator.comparingInt(Exercise::unit).thenComparingInt(Exercise::order).thenComparing(Exercise::slug))
                            .toList();
            if (exercises.isEmpty()) {
                throw new KitException("No folder in " + folder + " holds an " + Manifest.FILE + ": the kit has no exercises.");
            }
            return new Catalog(home, exercises);
        } catch (IOException e) {
            throw new KitException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Path> solution(Path home, Path exercise) {
        Path solutions = home.resolve("solutions");
        if (!Files.isDirectory(solutions)) {
            return Optional.empty();
        }
        Path twin = solutions.resolve(exercise.getFileName().toString());
        if (!Files.isDirectory(twin)) {
            throw new KitException(
                    "exercises/" + exercise.getFileName() + " has no twin solutions/" + exercise.getFileName()
                            + ". Add its reference and hidden checks there, or remove the exercise.");
        }
        return Optional.of(twin);
    }

    /** The kit's folder. */
    public Path home() {
        return home;
    }

    /** In course order. */
    public List<Exercise> exercises() {
        return exercises;
    }

    /** The same kit as students have it: without the staff's half. */
    public Catalog asPublished() {
        return new Catalog(home, exercises.stream().map(Exercise::asPublished).toList());
    }

    /** Whether the staff's half is present. */
    public boolean hasSolutions() {
        return exercises.stream().allMatch(e -> e.solution().isPresent());
    }

    /**
     * The exercise with this slug.
     *
     * @throws KitException if there is none; the message lists the known ones
     */
    public Exercise exercise(String slug) {
        return exercises.stream()
                .filter(e -> e.slug().equals(slug))
                .findFirst()
                .orElseThrow(
                        () ->
                                new KitException(
                                        "There is no exercise \"" + slug + "\". Known ones: "
                                                + exercises.stream().map(Exercise::slug).collect(Collectors.joining(", "))
                                                + ". See them with: telar list"));
    }
}
