package telar.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The classes that the engine controls: which names they have and where their bytes come from. Every other class is loaded by
 * {@code parent} and runs as it is.
 *
 * @param parent loads everything else; must see the engine
 * @param controlled whether the class of this binary name is instrumented
 * @param bytes the class file of a binary name, or null if there is none
 * @param prepared what a {@link Preparation} on the same JDK made of the class of a binary name, or null: then it is instrumented here
 */
public record Program(
        ClassLoader parent, Predicate<String> controlled, Function<String, byte[]> bytes, Function<String, byte[]> prepared) {

    /** A program of which nothing is prepared. */
    public Program(ClassLoader parent, Predicate<String> controlled, Function<String, byte[]> bytes) {
        this(parent, controlled, bytes, name -> null);
    }

    /** The class files below the given folders, all of them controlled. */
    public static Program of(ClassLoader parent, List<Path> folders) {
        Function<String, byte[]> bytes =
                name -> {
                    String file = name.replace('.', '/') + ".class";
                    for (Path folder : folders) {
                        Path path = folder.resolve(file);
                        if (Files.isRegularFile(path)) {
                            try {
                                return Files.readAllBytes(path);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }
                    }
                    return null;
                };
        return new Program(parent, name -> bytes.apply(name) != null, bytes);
    }
}
