package telar.submission;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import telar.exercise.Exercise;
import telar.exercise.KitException;

/** Finds what a folder hands in for an exercise, and takes only that. */
public final class Intake {
    private static final String SOURCES = "src/main/java";

    private final Path folder;

    /**
     * A folder that holds exercise folders, a clone with a folder {@code exercises/}, or one exercise folder.
     *
     * @throws KitException if it is none of these
     */
    public Intake(Path folder, List<Exercise> known) {
        this.folder = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new KitException(
                    Files.exists(folder)
                            ? folder + " is a file. Name the folder that holds the submission."
                            : "There is no folder " + folder + ". Name the folder that holds the submission.");
        }
        if (known.stream().noneMatch(this::has)) {
            throw new KitException(
                    folder + " holds no submission: it has neither an exercise's folder (such as "
                            + known.get(0).slug() + "/" + SOURCES + ") nor a folder exercises/ with one."
                            + " Name the folder of a clone, or its folder exercises/.");
        }
    }

    /** Where the submission came from, for a reader. */
    public String origin() {
        return folder.toString();
    }

    /**
     * Which of some exercises are to be graded: the one whose folder this is, or else all. A folder that a student removed from
     * a clone does not take its points out of the mark.
     */
    public List<Exercise> expected(List<Exercise> exercises) {
        List<Exercise> itself =
                exercises.stream().filter(this::isItself).filter(exercise -> places(exercise).noneMatch(Files::exists)).toList();
        return itself.isEmpty() ? exercises : itself;
    }

    /** Whether the folder holds anything for this exercise. */
    public boolean has(Exercise exercise) {
        return sources(exercise).isPresent();
    }

    private Optional<Path> sources(Exercise exercise) {
        return Stream.concat(places(exercise), isItself(exercise) ? Stream.of(folder) : Stream.empty())
                .map(place -> place.resolve(SOURCES))
                .filter(place -> Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    private Stream<Path> places(Exercise exercise) {
        return Stream.of(folder.resolve(exercise.slug()), folder.resolve("exercises").resolve(exercise.slug()));
    }

    /** By its name, or by the package in it. */
    private boolean isItself(Exercise exercise) {
        return folder.endsWith(exercise.slug())
                || Files.isDirectory(folder.resolve(SOURCES).resolve(exercise.packageName()), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Takes the editable files of an exercise.
     *
     * @throws IntakeException if one is missing or refused
     */
    public Submission take(Exercise exercise) {
        Path root =
                sources(exercise)
                        .orElseThrow(
                                () ->
                                        new IntakeException(
                                                "There is no folder " + exercise.slug() + "/" + SOURCES + " in " + folder
                                                        + ". Restore it from the course's template."));
        refuseLinks(root);
        Map<String, String> sources = new TreeMap<>();
        for (String glob : exercise.editable()) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            Map<String, String> found = SourceFiles.below(root, path -> matcher.matches(Path.of(path)));
            if (found.isEmpty()) {
                throw new IntakeException(
                        "The file " + SOURCES + "/" + glob + " of " + exercise.slug()
                                + " is missing. Restore it from the course's template.");
            }
            sources.putAll(found);
        }
        return new Submission(root.toString(), sources, leftOut(exercise, root, sources.keySet()));
    }

    private static List<String> leftOut(Exercise exercise, Path root, Set<String> taken) {
        Set<String> further = new TreeSet<>(SourceFiles.names(root));
        further.removeAll(taken);
        further.removeAll(SourceFiles.names(exercise.folder().resolve(SOURCES)));
        return List.copyOf(further);
    }

    /** A link on the way could lead anywhere: to the staff's solutions, or to another student's folder. */
    private void refuseLinks(Path root) {
        Path at = folder;
        for (Path name : folder.relativize(root)) {
            at = at.resolve(name);
            try {
                BasicFileAttributes attributes = Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                // On Windows a junction is a directory, and something else as well.
                if (!attributes.isDirectory() || attributes.isOther()) {
                    throw new IntakeException(at + " is a link. Replace it by the folder itself.");
                }
            } catch (IOException e) {
                throw new IntakeException(at + " cannot be read: " + e.getMessage());
            }
        }
    }

    /** The files that students do not hand in: taken from the kit itself. */
    public static Map<String, String> given(Exercise exercise) {
        List<PathMatcher> editable =
                exercise.editable().stream().map(g -> FileSystems.getDefault().getPathMatcher("glob:" + g)).toList();
        return SourceFiles.below(
                exercise.folder().resolve(SOURCES), path -> editable.stream().noneMatch(m -> m.matches(Path.of(path))));
    }
}
