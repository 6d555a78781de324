package telar.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import telar.engine.Preparation;

/**
 * What fresh child JVMs are spared: instrumenting the copies of the JDK's classes, which another JVM has done once; instrumenting the
 * submission and its checks, which this JVM does while it is warm; and reading the classes that every child loads from their jars, by an archive of
 * them (the JVM's class data sharing). It makes children faster and changes nothing that they say.
 *
 * <p>Made once for a JDK and a build of the grader, in a folder of the cache; without it, children do everything themselves. Thread-safe.
 */
public final class HeadStart {
    private static final String NAME = "head-start-" + Runtime.version().feature() + "-";

    private static final long LIMIT_SECONDS = 120;

    private final Path folder;
    private final List<Path> classPath;
    private Preparation preparation;

    /** @param cache where it is, or will be once it is {@linkplain #make made} */
    public HeadStart(Path cache) {
        this(cache, ChildClassPath.entries());
    }

    HeadStart(Path cache, List<Path> classPath) {
        this.folder = cache.resolve(NAME + key(classPath));
        this.classPath = List.copyOf(classPath);
    }

    /** The JDK and the class path of children, as the JVM looks at them before it believes an archive. */
    private static String key(List<Path> classPath) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            StringBuilder all = new StringBuilder();
            for (String property : List.of("java.home", "java.vm.name", "java.vm.version")) {
                all.append(System.getProperty(property)).append('\n');
            }
            for (Path entry : classPath) {
                try (Stream<Path> files = Files.exists(entry) ? Files.walk(entry) : Stream.empty()) {
                    for (Path file : files.sorted().toList()) {
                        all.append(file).append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file)).append('\n');
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(all.toString().getBytes(StandardCharsets.UTF_8))).substring(0, 24);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes it, which takes some seconds, if it is not there. That it cannot be made is no reason not to grade.
     *
     * @return whether it is there now
     */
    public synchronized boolean make() {
        if (isThere()) {
            return true;
        }
        Path work = null;
        try {
            Files.createDirectories(folder.getParent());
            work = Files.createTempDirectory(folder.getParent(), "making");
            makeIn(work);
            Files.deleteIfExists(output(work));
            Files.deleteIfExists(list(work));
            deleteOlderOnes();
            Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Perhaps somebody else was faster; otherwise children do everything themselves.
        } finally {
            Child.delete(work);
        }
        return isThere();
    }

    /** Those of the same version of Java; a child that is using one goes on without. */
    private void deleteOlderOnes() throws IOException {
        try (Stream<Path> kept = Files.list(folder.getParent())) {
            kept.filter(other -> other.getFileName().toString().startsWith(NAME)).forEach(Child::delete);
        }
    }

    private boolean isThere() {
        return Files.isDirectory(folder);
    }

    private void makeIn(Path work) throws IOException, InterruptedException {
        Path classes = classes(work);
        run(work, List.of(Child.java(), "-cp", Child.joined(classPath), "telar.harness.Ahead", classes.toString()));
        Path list = list(work);
        try (Child child = Child.start(classPath, List.of("-XX:DumpLoadedClassList=" + list), false)) {
            new Session(Duration.ofSeconds(LIMIT_SECONDS), work, List.of(), List.of(classes), List.of(), 1).run(child);
            child.exit(); // by then the list is written
        }
        if (classPath.stream().noneMatch(Files::isDirectory)) { // the JVM makes no archive of classes in folders
            run(
                    work,
                    List.of(
                            Child.java(), Child.GARBAGE_COLLECTOR, "-Xshare:dump", "-XX:SharedClassListFile=" + list,
                            "-XX:SharedArchiveFile=" + archive(work), "-cp", Child.joined(classPath)));
        }
    }

    private static void run(Path work, List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(work.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output(work).toFile())
                        .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("this failed or took too long: " + command);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static Path classes(Path folder) {
        return folder.resolve("classes");
    }

    /** The names of the classes that go into the archive. */
    private static Path list(Path folder) {
        return folder.resolve("classes.list");
    }

    /** What the JVMs printed that made it. */
    private static Path output(Path folder) {
        return folder.resolve("output");
    }

    private static Path archive(Path folder) {
        return folder.resolve("classes.jsa");
    }

    // ---- what it is good for

    /** What a child is started with. */
    List<String> jvmArguments() {
        // An archive that does not fit is passed over; nobody reads what the JVM has to say about that.
        return Files.exists(archive(folder)) ? List.of("-XX:SharedArchiveFile=" + archive(folder), "-Xlog:disable") : List.of();
    }

    /**
     * Instruments what lies below the folders.
     *
     * @param folders checks first, as in a plan
     * @param into an empty folder
     * @return what a plan has to name
     */
    List<Path> prepare(List<Path> folders, Path into) {
        if (!isThere()) {
            return List.of();
        }
        preparation().prepare(folders, into);
        return List.of(into, classes(folder));
    }

    private synchronized Preparation preparation() {
        if (preparation == null) {
            preparation = new Preparation(HeadStart.class.getClassLoader());
        }
        return preparation;
    }
}
