package telar.publish;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import telar.exercise.KitException;

/** The jars that this JVM was started from: a template gets the very grader that published it. */
final class RunningGrader {
    private static final String LAUNCHER = "Start the publishing with the launcher: ./telar publish <folder>";

    private RunningGrader() {}

    /**
     * The jars of a class path.
     *
     * @throws KitException if one entry is no jar: an IDE runs the grader from folders, which a template cannot hold
     */
    static List<Path> jars(String classPath) {
        List<Path> jars =
                Stream.of(classPath.split(Pattern.quote(File.pathSeparator)))
                        .filter(entry -> !entry.isEmpty())
                        .map(Path::of)
                        .toList();
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar) || !jar.toString().endsWith(".jar")) {
                throw new KitException("The running grader is not made of jars (" + jar + " is none). " + LAUNCHER);
            }
        }
        if (jars.stream().map(Path::getFileName).distinct().count() != jars.size()) {
            throw new KitException("Two jars of the running grader have the same name: " + jars + ". " + LAUNCHER);
        }
        return jars;
    }
}
