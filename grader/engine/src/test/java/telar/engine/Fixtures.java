package telar.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Puts the test programs under the engine: the classes of one package, read from where the tests were compiled to. */
public final class Fixtures {
    private Fixtures() {}

    /** The program that consists of the classes of a package and of those below it. */
    public static Program program(String packageName) {
        ClassLoader parent = Fixtures.class.getClassLoader();
        return new Program(parent, name -> name.startsWith(packageName + "."), Fixtures::bytes);
    }

    /** An exploration of a static method without parameters of a class of the program. */
    public static Explore explore(Class<?> type, String method) {
        return Explore.of(program(type.getPackageName()), Scenario.of(type.getName(), method));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Fixtures.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
