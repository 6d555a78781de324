package telar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Bodies with virtual threads, which are compiled here because the tests are compiled for a JDK that has none. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {
    private static final String CLASS = "newer.VirtualThreads";

    @TestFactory
    List<DynamicTest> judges(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("VirtualThreads.java");
        try (InputStream text = VirtualThreadsTest.class.getResourceAsStream("/newer/VirtualThreads.java.txt")) {
            Files.write(source, text.readAllBytes());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result =
                compiler.run(
                        null, null, null, "--release", "21", "-cp", classPath(), "-d", folder.toString(), source.toString());
        assertThat(result).as("the compiler's result").isZero();
        byte[] classFile = Files.readAllBytes(folder.resolve("newer/VirtualThreads.class"));
        Program program =
                new Program(VirtualThreadsTest.class.getClassLoader(), CLASS::equals, name -> name.equals(CLASS) ? classFile : null);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            List<DynamicTest> tests =
                    Arrays.stream(Class.forName(CLASS, false, loader).getDeclaredMethods())
                            .filter(method -> kind(method) != null)
                            .map(method -> DynamicTest.dynamicTest(method.getName(), () -> judges(program, method.getName(), kind(method))))
                            .toList();
            assertThat(tests).hasSizeGreaterThanOrEqualTo(10);
            return Stream.concat(
                            tests.stream(), Stream.of(DynamicTest.dynamicTest("names who is stuck", () -> namesWhoIsStuck(program))))
                    .toList();
        }
    }

    private static void judges(Program program, String body, String expected) {
        for (Time time : Time.values()) {
            Exploration found = Explore.of(program, Scenario.of(CLASS, body)).time(time).run();
            String judged = found.failed() ? found.counterexample().failure().kind().toString() : found.result().toString();
            assertThat(judged).as(() -> body + " in " + time + ": " + found).isEqualTo(expected);
        }
    }

    private static void namesWhoIsStuck(Program program) {
        Exploration found = Explore.of(program, Scenario.of(CLASS, "waitsForAWorkerThatIsStuck")).run();
        assertThat(found.counterexample().failure().message()).contains("main waits in").contains("the worker waits in");
    }

    /** What the engine is to say of a body; null of a method that is none. */
    private static String kind(Method method) {
        for (Annotation annotation : method.getDeclaredAnnotations()) {
            if (annotation instanceof Right) {
                return new Exploration.Passed().toString();
            }
            if (annotation instanceof Wrong wrong) {
                return wrong.value().toString();
            }
        }
        return null;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
