package childprocess;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that start Java programs. Given: nothing to change here. */
public final class JavaCommand {
    private JavaCommand() {}

    /** What starts a class with its arguments in a JVM of its own, of the same kind as this one. */
    public static List<String> of(Class<?> main, List<String> args) {
        try {
            Path classes = Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            List<String> command = new ArrayList<>(List.of(java.toString(), "-cp", classes.toString(), "-XX:+UseSerialGC", main.getName()));
            command.addAll(args);
            return command;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(main + " does not come from a folder or a jar", e);
        }
    }
}
