package telar.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

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

    /**
     * The stacks of threads of earlier runs that still use a processor: each should have left the program when its run ended. Looks
     * again for a while, because some are only on their way out.
     */
    public static List<String> spinning() throws InterruptedException {
        List<String> spinning = List.of();
        for (int looks = 0; looks < 100; looks++) {
            spinning =
                    Thread.getAllStackTraces().entrySet().stream()
                            .filter(e -> e.getKey().getName().equals("telar-carrier"))
                            .filter(e -> e.getKey().getState() == Thread.State.RUNNABLE)
                            .map(e -> Arrays.toString(e.getValue()))
                            .toList();
            if (spinning.isEmpty()) {
                break;
            }
            Thread.sleep(50);
        }
        return spinning;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Fixtures.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
