package telar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that do not want to end get a verdict, and the body after them is explored as in a JVM of its own. */
class StubbornBodiesTest {
    private static final int SCHEDULES = 100;

    /** What the yardstick's exploration is in a fresh JVM. */
    private static String fresh;

    record Body(String method, Failure.Kind kind) {
        @Override
        public String toString() {
            return method + (kind == null ? " passes" : " fails: " + kind);
        }
    }

    /** Prints the yardstick's exploration; {@code main} of a JVM of its own. */
    public static void main(String[] args) {
        System.out.println(yardstick());
    }

    @BeforeAll
    static void measureInAFreshJvm() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-opens",
                                "java.base/java.lang=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                StubbornBodiesTest.class.getName())
                        .redirectError(ProcessBuilder.Redirect.to(new File("target/yardstick-errors.txt")))
                        .start();
        fresh = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).isZero();
    }

    private static Exploration explore(String method) throws ClassNotFoundException {
        return Fixtures.explore(type(), method).schedules(SCHEDULES).run();
    }

    private static Class<?> type() throws ClassNotFoundException {
        return Class.forName("stubborn.Bodies", false, StubbornBodiesTest.class.getClassLoader());
    }

    private static String yardstick() {
        try {
            Exploration found = explore("yardstick");
            return found.fingerprint() + " " + found.schedules() + " " + found.steps() + " " + found.counterexample().schedule();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Body> bodies() throws ClassNotFoundException {
        return Arrays.stream(type().getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(Right.class) || m.isAnnotationPresent(Wrong.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(m -> new Body(m.getName(), m.isAnnotationPresent(Right.class) ? null : m.getAnnotation(Wrong.class).value()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void endsInAVerdictAndLeavesNothingBehind(Body body) throws ClassNotFoundException, InterruptedException {
        Exploration found = explore(body.method);

        if (body.kind == null) {
            assertThat(found.passed()).as(() -> body + ", but: " + found).isTrue();
        } else {
            assertThat(found.failed()).as(() -> body + ", but: " + found).isTrue();
            assertThat(found.counterexample().failure().kind()).isEqualTo(body.kind);
        }
        assertThat(yardstick()).as("the next exploration").isEqualTo(fresh);
        assertThat(Fixtures.spinning()).isEmpty();
    }

    @Test
    void tellsWhatAStaticInitialiserThrew() throws ClassNotFoundException {
        for (String method : List.of("throwsInAStaticInitialiser", "throwsInAStaticInitialiserAndTriesAgain")) {
            Failure failure = explore(method).counterexample().failure();

            assertThat(failure.message()).contains("IllegalArgumentException: no port for http").contains("Bodies.java:");
            assertThat(failure.message()).doesNotContain("Could not initialize");
            assertThat(failure.error().orElseThrow()).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void saysWhatWasCoveredWhenItIsInterrupted() throws ClassNotFoundException {
        Thread.currentThread().interrupt();
        Exploration found = explore("yardstick");

        assertThat(Thread.interrupted()).as("the status is kept").isTrue();
        assertThat(found.result()).isInstanceOf(Exploration.NotJudged.class);
        assertThat(((Exploration.NotJudged) found.result()).reason()).contains("interrupted after 0 runs");
        assertThat(yardstick()).isEqualTo(fresh);
    }

    @Test
    void doesNotJudgeTenThousandThreads() throws ClassNotFoundException {
        Exploration found = explore("startsTenThousandThreads");

        assertThat(found.result()).isInstanceOf(Exploration.NotJudged.class);
        assertThat(((Exploration.NotJudged) found.result()).reason()).contains("a thousand threads");
        assertThat(yardstick()).isEqualTo(fresh);
    }
}
