package telar.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import telar.exercise.KitException;
import telar.study.Skeletons;

/**
 * Writes the template of a course. What goes in is listed, not what stays out: a file that nobody thought of is not published.
 */
public final class Publisher {
    /** Files of the kit that a template has unchanged. */
    private static final List<String> SHARED =
            List.of("pom.xml", "telar", "telar.cmd", ".gitignore", ".gitattributes", ".github/workflows/grade.yml", "LICENSE");

    /** Texts that students read in place of the kit's own. */
    private static final List<String> TEXTS = List.of("README.md", "README.es.md");

    /** The words of the course, where a kit has them. */
    private static final List<String> GLOSSARIES = List.of("exercises/GLOSSARY.md", "exercises/GLOSSARY.es.md");

    private static final String MANIFEST = "exercise.properties";

    private final Path kit;
    private final List<Path> grader;

    /**
     * @param kit the kit's folder
     * @param grader the jars of a built grader
     */
    public Publisher(Path kit, List<Path> grader) {
        this.kit = kit.toAbsolutePath().normalize();
        this.grader = List.copyOf(grader);
    }

    /**
     * A publisher of a kit with the grader that is running.
     *
     * @throws KitException if it was not started from jars
     */
    public static Publisher withRunningGrader(Path kit) {
        return new Publisher(kit, RunningGrader.jars(System.getProperty("java.class.path")));
    }

    /**
     * Writes the template.
     *
     * @param folder new or empty
     * @return the slugs of the exercises in it
     * @throws KitException if the folder is in use, the kit lacks something, or writing fails
     */
    public List<String> publish(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        try {
            demandRoom(target);
            List<String> slugs = slugs();
            Map<String, Path> files = new LinkedHashMap<>();
            SHARED.forEach(name -> files.put(name, shared(name)));
            for (String slug : slugs) {
                Path exercise = kit.resolve("exercises").resolve(slug);
                collect(exercise, "exercises/" + slug, files);
                // What students overwrite, a second time, so that they can begin again.
                Path skeleton = exercise.resolve("src/main/java");
                if (Files.isDirectory(skeleton)) {
                    collect(skeleton, Skeletons.FOLDER + "/" + slug, files);
                }
            }
            for (String glossary : GLOSSARIES) {
                if (Files.isRegularFile(kit.resolve(glossary), LinkOption.NOFOLLOW_LINKS)) {
                    files.put(glossary, kit.resolve(glossary));
                }
            }
            grader.forEach(jar -> files.put("grader/lib/" + jar.getFileName(), jar));

            for (Map.Entry<String, Path> file : files.entrySet()) {
                Path copy = target.resolve(file.getKey());
                Files.createDirectories(copy.getParent());
                Files.copy(file.getValue(), copy);
            }
            for (String text : TEXTS) {
                writeText(text, target.resolve(text));
            }
            makeExecutable(target.resolve("telar"));
            return slugs;
        } catch (IOException e) {
            throw new KitException(
                    "The template in " + target + " could not be finished: " + e
                            + ". Remove the folder, mend the cause, then publish again.",
                    e);
        }
    }

    private void demandRoom(Path target) throws IOException {
        for (String part : List.of("exercises", "solutions", "grader")) {
            if (target.startsWith(kit.resolve(part))) {
                throw new KitException(
                        target + " is inside the kit's own " + part + "/. Name a folder outside of it: telar publish <folder>");
            }
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new KitException(target + " is not a folder. Name a new or an empty one: telar publish <folder>");
        }
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new KitException(
                        target + " is not empty, and publishing never overwrites. Empty it, or name a new folder: telar publish <folder>");
            }
        }
    }

    private List<String> slugs() throws IOException {
        Path exercises = kit.resolve("exercises");
        if (!Files.isDirectory(exercises)) {
            throw new KitException(
                    "There is no folder exercises/ in " + kit + ". Start telar from a kit's folder, or set TELAR_HOME to one.");
        }
        try (Stream<Path> folders = Files.list(exercises)) {
            List<String> slugs =
                    folders.filter(folder -> Files.isRegularFile(folder.resolve(MANIFEST)))
                            .map(folder -> folder.getFileName().toString())
                            .sorted()
                            .toList();
            if (slugs.isEmpty()) {
                throw new KitException("No folder in " + exercises + " holds an " + MANIFEST + ": there is nothing to publish.");
            }
            return slugs;
        }
    }

    private Path shared(String name) {
        Path file = kit.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new KitException("The kit lacks " + name + ", which a template needs. Restore it: git checkout -- " + name);
        }
        return file;
    }

    /** Everything in an exercise's folder except what builds, editors and version control leave there. */
    private static void collect(Path exercise, String name, Map<String, Path> files) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                exercise,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        boolean leftOver = folder.equals(exercise.resolve("target")) || isHidden(folder);
                        return leftOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (!attributes.isRegularFile()) {
                            // A link could lead into solutions/.
                            throw new KitException(file + " is not a plain file. Replace it by a copy of what it stands for.");
                        }
                        if (!isHidden(file)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        found.stream()
                .sorted()
                .forEach(file -> files.put(name + "/" + exercise.relativize(file).toString().replace('\\', '/'), file));
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.endsWith(".class") || name.endsWith(".iml") || name.endsWith("~");
    }

    private static void writeText(String name, Path file) throws IOException {
        try (InputStream text = Publisher.class.getResourceAsStream("template/" + name)) {
            if (text == null) {
                throw new KitException("The grader's jar lacks the template's " + name + ". Build it again: mvn -B clean verify");
            }
            Files.copy(text, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void makeExecutable(Path launcher) throws IOException {
        if (Files.getFileStore(launcher).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(launcher);
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(launcher, permissions);
        }
    }
}
