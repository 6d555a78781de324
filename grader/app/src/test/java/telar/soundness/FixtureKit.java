package telar.soundness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import telar.exercise.Catalog;
import telar.exercise.Exercise;
import telar.grading.Settings;
import telar.run.WarmJvms;

/**
 * Kits of one tiny exercise, below {@code src/test/resources/soundness}: a sound one, and folders that hold only the files by
 * which a broken one differs from it, each named after the law and how it is broken.
 */
final class FixtureKit {
    private static final Path KITS = Path.of("src/test/resources/soundness");

    /** For all kits, warm from one to the next; a child ends by itself when this JVM has gone. */
    private static final WarmJvms JVMS = new WarmJvms(Settings.usual().patience());

    private FixtureKit() {}

    /** The broken ones, in the order of their names. */
    static List<String> broken() throws IOException {
        try (Stream<Path> folders = Files.list(KITS)) {
            return folders.map(folder -> folder.getFileName().toString()).filter(name -> name.startsWith("law-")).sorted().toList();
        }
    }

    static Catalog sound(Path home) {
        copy(KITS.resolve("sound"), home);
        return Catalog.open(home);
    }

    /** The sound one with the files of another folder put over it. */
    static Catalog broken(String name, Path home) {
        copy(KITS.resolve("sound"), home);
        copy(KITS.resolve(name), home);
        return Catalog.open(home);
    }

    /** Proves the only exercise of the kit. */
    static Proof prove(Catalog catalog, Effort effort) {
        Exercise exercise = catalog.exercises().get(0);
        try (Soundness soundness = new Soundness(catalog, Settings.usual(), effort, Soundness.Progress.SILENT, JVMS)) {
            return soundness.prove(exercise);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
