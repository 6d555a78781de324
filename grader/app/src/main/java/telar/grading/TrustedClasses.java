package telar.grading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import telar.compile.Compilation;
import telar.compile.SourceCompiler;
import telar.exercise.Exercise;
import telar.exercise.KitException;
import telar.run.ChildClassPath;
import telar.submission.Intake;
import telar.submission.Submission;

/**
 * The class files of the kit's own sources: references, hidden checks and visible tests. Compiled once for each content, kept
 * in {@code .telar/cache} of the kit. Thread-safe.
 */
final class TrustedClasses {
    private final Path cache;
    private final SourceCompiler compiler;
    private final Map<String, Trusted> known = new ConcurrentHashMap<>();
    private final Map<Path, byte[]> contents = new ConcurrentHashMap<>();

    /**
     * What is compiled of one exercise.
     *
     * @param reference the reference with the given files; empty where the staff's half is absent
     * @param visible the visible tests; empty where they can only be compiled against the submission
     * @param hidden the hidden checks; empty where the staff's half is absent
     */
    record Trusted(Optional<Path> reference, Optional<Path> visible, Optional<Path> hidden) {}

    TrustedClasses(Path home, SourceCompiler compiler) {
        this.cache = cache(home);
        this.compiler = compiler;
    }

    /** Where a kit keeps what is made once. */
    static Path cache(Path home) {
        return home.resolve(".telar").resolve("cache");
    }

    Trusted of(Exercise exercise) {
        return known.computeIfAbsent(exercise.slug(), slug -> compile(exercise));
    }

    /** The sources of the visible tests, from the kit. */
    static Map<String, String> visibleTests(Exercise exercise) {
        return Submission.of("visible tests", exercise.folder().resolve("src/test/java")).sources();
    }

    private Trusted compile(Exercise exercise) {
        if (exercise.solution().isEmpty()) {
            return new Trusted(Optional.empty(), Optional.empty(), Optional.empty());
        }
        Path solution = exercise.solution().get();
        Map<String, String> reference =
                new TreeMap<>(Submission.of("reference", solution.resolve("src/main/java")).sources());
        reference.putAll(Intake.given(exercise));
        Path referenceClasses = cached(exercise, "reference", reference, List.of());
        List<Path> classPath = new ArrayList<>(List.of(referenceClasses));
        classPath.addAll(ChildClassPath.entries());
        Path visible = cached(exercise, "visible", visibleTests(exercise), classPath);
        Map<String, String> checks = Submission.of("checks", solution.resolve("src/test/java")).sources();
        if (checks.isEmpty()) {
            throw new KitException("There are no hidden checks in " + solution.resolve("src/test/java") + ". Write at least one.");
        }
        Path hidden = cached(exercise, "hidden", checks, classPath);
        return new Trusted(Optional.of(referenceClasses), Optional.of(visible), Optional.of(hidden));
    }

    private Path cached(Exercise exercise, String what, Map<String, String> sources, List<Path> classPath) {
        Path folder = cache.resolve(exercise.slug() + "-" + what + "-" + digest(sources, classPath));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(cache);
            Path work = Files.createTempDirectory(cache, "compiling");
            Compilation compilation = compiler.compile(sources, classPath, exercise.since(), work);
            if (compilation instanceof Compilation.Refused refused) {
                Grading.delete(work);
                throw new KitException(
                        "The kit's own " + what + " of " + exercise.slug() + " does not compile:\n" + refused.messages());
            }
            try {
                Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(work, folder);
            } catch (IOException e) {
                if (!Files.isDirectory(folder)) { // another grader was faster otherwise
                    throw e;
                }
            }
            return folder;
        } catch (IOException e) {
            throw new KitException("Class files cannot be kept in " + cache + ": " + e.getMessage() + ". Make it writable.", e);
        }
    }

    private String digest(Map<String, String> sources, List<Path> classPath) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(sources).forEach((path, text) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            for (Path entry : classPath) {
                digest.update(contentOf(entry));
            }
            digest.update((byte) Runtime.version().feature());
            return HexFormat.of().formatHex(digest.digest()).substring(0, 24);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A jar is known by its bytes. A folder is known by its name: those of the cache bear the hash of what they were made from. */
    private byte[] contentOf(Path entry) {
        return contents.computeIfAbsent(entry, path -> {
            try {
                return Files.isRegularFile(path)
                        ? MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path))
                        : path.getFileName().toString().getBytes(StandardCharsets.UTF_8);
            } catch (IOException | NoSuchAlgorithmException e) {
                throw new KitException(path + " cannot be read: " + e.getMessage() + ". Delete grader/app/target and start telar again.", e);
            }
        });
    }
}
