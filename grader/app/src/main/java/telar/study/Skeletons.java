package telar.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import telar.exercise.Exercise;
import telar.exercise.KitException;

/**
 * Puts an exercise back to its skeleton. A published template brings every skeleton a second time, in {@code grader/skeletons};
 * in the staff's own kit the skeletons are what git has.
 */
public final class Skeletons {
    /** Where a template keeps the skeletons: below it a folder for each exercise, and in that what is below {@code src/main/java}. */
    public static final String FOLDER = "grader/skeletons";

    private final Path home;

    public Skeletons(Path home) {
        this.home = home;
    }

    /**
     * Puts the skeleton back, after a copy of everything that a student wrote was kept.
     *
     * @return the folder that holds the copy
     * @throws KitException if there is no skeleton or a file cannot be written; what was written by hand is then still there
     */
    public Path restore(Exercise exercise) {
        Path skeleton = home.resolve(FOLDER).resolve(exercise.slug());
        if (!Files.isDirectory(skeleton)) {
            throw new KitException(
                    "There is no " + skeleton + ": only a published template brings skeletons to go back to. Here git has them: git checkout -- "
                            + home.relativize(Sources.written(exercise)).toString().replace('\\', '/'));
        }
        Path written = Sources.written(exercise);
        try {
            Path kept = freeFolder(exercise);
            List<Path> files = Sources.below(written);
            for (Path file : files) {
                copy(file, kept.resolve(written.relativize(file).toString()));
            }
            for (Path file : files) {
                Files.delete(file);
            }
            for (Path file : Sources.below(skeleton)) {
                copy(file, written.resolve(skeleton.relativize(file).toString()));
            }
            return kept;
        } catch (IOException e) {
            throw new KitException(
                    exercise.slug() + " could not be put back: " + e + ". Your files are in " + written + " or in " + home.resolve(".telar/kept")
                            + ".",
                    e);
        }
    }

    private Path freeFolder(Exercise exercise) throws IOException {
        Path kept = home.resolve(".telar").resolve("kept");
        for (int n = 1; ; n++) {
            Path folder = kept.resolve(exercise.slug() + "-" + n);
            if (!Files.exists(folder)) {
                return Files.createDirectories(folder);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }
}
