package telar.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes compiled for the running JDK, whose class files may be newer than the engine's own. */
class NewestClassFilesTest {

    private static final String COMMON =
            """
            package newest;

            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;

            public class Program implements Callable<String> {
                sealed interface Shape permits Square, Circle {}
                record Square(int side) implements Shape {}
                record Circle(int radius) implements Shape {}
                enum Colour { RED, GREEN }

                private volatile int steps;
                private final ConcurrentMap<Shape, Colour> colours = new ConcurrentHashMap<>();

                static synchronized long widest(long a, double b) { return a > b ? a : (long) b; }

                @Override
                public String call() throws Exception {
                    colours.put(new Square(2), Colour.GREEN);
                    colours.computeIfAbsent(new Circle(1), c -> Colour.RED);
                    var text = new StringBuilder();
                    for (var shape : new Shape[] {new Square(2), new Circle(1)}) {
                        if (shape instanceof Square s) {
                            text.append(s.side());
                        }
                        text.append(switch (colours.get(shape)) { case RED -> "red"; case GREEN -> "green"; });
                    }
                    var lock = new ReentrantReadWriteLock();
                    lock.writeLock().lock();
                    try {
                        steps++;
                    } finally {
                        lock.writeLock().unlock();
                    }
                    return text + " " + steps + " " + widest(3, 4.5) + new Inner(-1).sign%s;
                }

                class Base { Base(String s) {} }

                class Inner extends Base {
                    final String sign;
                    Inner(int n) { %s }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void areInstrumentedAndRun() throws Exception {
        boolean flexible = Runtime.version().feature() >= 25;
        String body = flexible
                ? "String s = \"+\"; synchronized (Program.class) { if (n < 0) s = \"-\"; } sign = s; super(new String(s)); steps++;"
                : "super(n < 0 ? new String(\"-\") : \"+\"); sign = \"-\";";
        compile(COMMON.formatted("", body));
        InstrumentingLoader program = HookedParent.program(this::classFile, "newest.");
        Callable<?> callable = (Callable<?>) program.loadClass("newest.Program").getConstructor().newInstance();
        assertThat(callable.call()).isEqualTo("2greenred 1 4-");
        assertThat(HookedParent.events(program)).anyMatch(event -> event.startsWith("volWrite steps"));
    }

    private void compile(String source) throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder.resolve("newest")).resolve("Program.java"), source);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-d", folder.toString()),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private byte[] classFile(String binaryName) {
        try {
            return Files.readAllBytes(folder.resolve(binaryName.replace('.', '/') + ".class"));
        } catch (IOException e) {
            return null;
        }
    }
}
