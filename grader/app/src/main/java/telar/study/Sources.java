package telar.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import telar.exercise.Exercise;
import telar.exercise.KitException;

/** The {@code .java} files below an exercise's folder: what a student writes, and the visible tests. */
final class Sources {
    private Sources() {}

    /** Where a student writes. */
    static Path written(Exercise exercise) {
        return exercise.folder().resolve("src/main/java");
    }

    /** A hash over the paths and contents of all of them. */
    static String digest(Exercise exercise) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : below(exercise.folder().resolve("src"))) {
                digest.update(exercise.folder().relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(file));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 24);
        } catch (IOException e) {
            throw new KitException(exercise.folder() + " cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the order of their names; none where the folder does not exist. */
    static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file)).sorted().toList();
        }
    }
}
