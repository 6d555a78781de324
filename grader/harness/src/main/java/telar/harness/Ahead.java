package telar.harness;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.awaitility.Awaitility;
import telar.engine.Preparation;
import telar.engine.Program;
import telar.engine.scenario.ControlledClasses;

/**
 * A main that instruments, into the folder {@code args[0]}, whatever all children run: the copies of the JDK's classes, Awaitility and the
 * canaries. It runs nothing of them.
 */
public final class Ahead {
    private Ahead() {}

    public static void main(String[] args) throws IOException, URISyntaxException {
        Path into = Path.of(args[0]);
        Preparation preparation = new Preparation(Ahead.class.getClassLoader());
        preparation.prepareJdk(into);
        Canaries.prepare(preparation, into);
        Program awaitility = ControlledClasses.below(Ahead.class.getClassLoader(), List.of()).program();
        preparation.prepare(awaitility, classesOfAwaitility(), into);
    }

    private static List<String> classesOfAwaitility() throws IOException, URISyntaxException {
        URI jar = Awaitility.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        try (JarFile file = new JarFile(Path.of(jar).toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> name.startsWith(ControlledClasses.AWAITILITY))
                    .toList();
        }
    }
}
