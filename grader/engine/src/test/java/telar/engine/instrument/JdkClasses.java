package telar.engine.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of the running JDK. */
final class JdkClasses {

    private JdkClasses() {}

    /** Opens the packages of the JDK that the runtime opens for the copies, by having it do so. */
    static void export() {
        try {
            Class.forName("telar.engine.runtime.Jdk");
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the runtime opens packages elsewhere: name that class here", e);
        }
    }

    /** Original internal names of all classes that have a shadow copy, nested ones included. */
    static List<String> shadowed() {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        try (Stream<Path> files = Files.walk(base.resolve("java/util"))) {
            return files.map(file -> base.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .filter(ShadowNames::shadow)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
