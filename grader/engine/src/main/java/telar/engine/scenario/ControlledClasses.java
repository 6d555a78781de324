package telar.engine.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import telar.engine.Program;

/**
 * Which classes the engine controls: those of given folders (earlier folders win), and Awaitility's, so that its polling runs in
 * virtual time. Classes of the JDK, the test libraries and Telar itself never are, whatever the folders hold.
 */
public final class ControlledClasses {
    /** What the names of Awaitility's classes begin with. */
    public static final String AWAITILITY = "org.awaitility.";

    private static final List<String> NEVER =
            List.of(
                    "java.", "javax.", "jdk.", "sun.", "com.sun.", "telar.",
                    "org.junit.", "org.assertj.", "org.hamcrest.", "org.objectweb.");

    private final ClassLoader parent;
    private final Program program;
    private final Function<String, Optional<byte[]>> lookUp;

    /** What was looked up already; safe for use by the threads of a program, which load classes when they like. */
    private final Map<String, Optional<byte[]>> known = new ConcurrentHashMap<>();

    private ControlledClasses(ClassLoader parent, Function<String, Optional<byte[]>> lookUp, Function<String, byte[]> prepared) {
        this.parent = parent;
        this.lookUp = lookUp;
        this.program = new Program(parent, this::contains, this::bytes, prepared);
    }

    /** The classes below the folders, none of them prepared. */
    public static ControlledClasses below(ClassLoader parent, List<Path> folders) {
        return below(parent, folders, name -> null);
    }

    /**
     * The classes below the folders.
     *
     * @param prepared as {@link Program#prepared}
     */
    public static ControlledClasses below(ClassLoader parent, List<Path> folders, Function<String, byte[]> prepared) {
        List<Path> all = List.copyOf(folders);
        return new ControlledClasses(parent, name -> inFolders(all, name), prepared);
    }

    /** The classes that the loader finds in folders rather than in jars: a project's own, in an IDE and under Surefire. */
    public static ControlledClasses notInJars(ClassLoader parent) {
        return new ControlledClasses(
                parent,
                name -> {
                    URL url = parent.getResource(file(name));
                    return url == null || !url.getProtocol().equals("file") ? Optional.empty() : resource(parent, name);
                },
                name -> null);
    }

    /** The class file of that binary name, or null if it is not controlled. */
    public byte[] bytes(String name) {
        return known.computeIfAbsent(name, this::find).orElse(null);
    }

    public boolean contains(String name) {
        return bytes(name) != null;
    }

    /** The same program for every check, so that the engine can keep what it made of its classes. */
    public Program program() {
        return program;
    }

    private Optional<byte[]> find(String name) {
        if (name.startsWith(AWAITILITY)) {
            return resource(parent, name);
        }
        return NEVER.stream().anyMatch(name::startsWith) ? Optional.empty() : lookUp.apply(name);
    }

    private static Optional<byte[]> inFolders(List<Path> folders, String name) {
        for (Path folder : folders) {
            Path path = folder.resolve(file(name));
            if (Files.isRegularFile(path)) {
                try {
                    return Optional.of(Files.readAllBytes(path));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> resource(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(file(name))) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".class";
    }
}
