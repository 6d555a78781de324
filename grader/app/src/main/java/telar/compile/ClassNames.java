package telar.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import telar.exercise.KitException;

/** The names of compiled classes. */
public final class ClassNames {
    private ClassNames() {}

    /**
     * The binary names of the classes in a folder that are neither in a package nor below it. A submission has none: a class of
     * its own that bears the name of a library's, or of the checks', could stand in for it.
     */
    public static List<String> outside(String packageName, Path classes) {
        String prefix = packageName + ".";
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString().replace('\\', '.').replace('/', '.'))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .filter(name -> !name.startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new KitException(classes + " cannot be read: " + e.getMessage(), e);
        }
    }
}
