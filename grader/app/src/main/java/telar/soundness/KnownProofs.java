package telar.soundness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import telar.exercise.Exercise;
import telar.run.ChildClassPath;

/**
 * Proofs that were made on this machine and still hold, because nothing that they rest on has changed: every file of the exercise's two
 * folders, every class file of the grader, the JDK, the effort. Kept in {@code .telar/cache} of the kit, which is never committed:
 * a clean clone knows none. Only proofs of lawful exercises are kept. Thread-safe.
 */
public final class KnownProofs {
    private final Path folder;
    private final Effort effort;

    /** What all exercises' proofs rest on. */
    private final byte[] grader;

    /** The soundness card of a lawful exercise, as text and as Markdown. */
    public record Known(String text, String markdown) {}

    /** @param home the kit's folder */
    public KnownProofs(Path home, Effort effort) {
        this.folder = home.resolve(".telar").resolve("cache").resolve("proofs");
        this.effort = effort;
        MessageDigest digest = sha256();
        List<Path> classPath = new ArrayList<>(ChildClassPath.entries());
        classPath.add(app());
        classPath.forEach(entry -> add(entry, digest));
        add(Runtime.version() + " " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vendor"), digest);
        this.grader = digest.digest();
    }

    /** The proof of this exercise as it is now. */
    public Optional<Known> find(Exercise exercise) {
        String name = name(exercise);
        Path text = folder.resolve(name + ".txt");
        Path markdown = folder.resolve(name + ".md");
        try {
            return Files.isRegularFile(text) && Files.isRegularFile(markdown)
                    ? Optional.of(new Known(Files.readString(text), Files.readString(markdown)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // then it is proven again
        }
    }

    /**
     * Keeps a proof; one that found a violation is not kept.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void keep(Proof proof, SoundnessCard card) {
        if (!proof.lawful()) {
            return;
        }
        String name = name(proof.exercise());
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".txt"), card.text());
            Files.writeString(folder.resolve(name + ".md"), card.markdown());
        } catch (IOException e) {
            throw new UncheckedIOException("proofs cannot be kept in " + folder, e);
        }
    }

    private String name(Exercise exercise) {
        MessageDigest digest = sha256();
        digest.update(grader);
        add(effort.toString(), digest);
        addFiles(exercise.folder(), digest);
        exercise.solution().ifPresent(solution -> addFiles(solution, digest));
        return exercise.slug() + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, 24);
    }

    private static void addFiles(Path root, MessageDigest digest) {
        for (String file : Folders.files(root)) {
            add(file, digest);
            add(root.resolve(file), digest);
        }
    }

    /** A file's content, or that of every file below a folder. */
    private static void add(Path path, MessageDigest digest) {
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        add(path.relativize(file).toString(), digest);
                        add(file, digest);
                    }
                }
            } else {
                byte[] content = Files.readAllBytes(path);
                add(content.length + ":", digest);
                digest.update(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static void add(String text, MessageDigest digest) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static Path app() {
        try {
            return Path.of(KnownProofs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
