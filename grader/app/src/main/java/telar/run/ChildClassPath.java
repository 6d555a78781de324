package telar.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import telar.exercise.KitException;

/** The part of this JVM's class path that a child needs: the harness, the engine and the libraries of tests, nothing of the app. */
public final class ChildClassPath {
    private static final List<String> LIBRARIES =
            List.of(
                    "telar-engine",
                    "telar-harness",
                    "asm-",
                    "junit-",
                    "opentest4j",
                    "apiguardian",
                    "assertj-core",
                    "byte-buddy",
                    "awaitility",
                    "hamcrest");

    private ChildClassPath() {}

    /** Absolute paths, in the order of this JVM's class path. */
    public static List<Path> entries() {
        List<Path> entries =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .map(Path::toAbsolutePath)
                        .filter(ChildClassPath::belongsToChild)
                        .toList();
        if (entries.stream().noneMatch(e -> e.getFileName().toString().startsWith("telar-harness") || isModule(e, "harness"))) {
            throw new KitException(
                    "The grader's own files are incomplete: no telar-harness beside the application."
                            + " Delete grader/app/target and start telar again, so that it is built anew.");
        }
        return entries;
    }

    private static boolean belongsToChild(Path entry) {
        if (Files.isDirectory(entry)) {
            return isModule(entry, "harness") || isModule(entry, "engine");
        }
        String name = entry.getFileName().toString();
        return (name.startsWith("asm-") || name.equals("asm.jar")) || LIBRARIES.stream().anyMatch(name::startsWith);
    }

    /** Class files of a module that has not been packed yet. */
    private static boolean isModule(Path folder, String name) {
        return Files.isDirectory(folder.resolve("telar").resolve(name)) && !Files.isDirectory(folder.resolve("telar").resolve("cli"));
    }
}
