package telar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One program after another in the same JVM, with classes of the same names. */
class SameNameTest {
    @TempDir
    private Path folder;

    @Test
    void fieldsOfAnEarlierProgramAreNotTakenForThoseOfThisOne() throws IOException {
        Program one = program("one", "int first;");
        Program other = program("other", "int second; int first;");

        assertThat(explore(one, "writesFirst").passed()).isTrue();

        // Two threads, a field each: a race only for who believes that "first" still lies where it did.
        assertThat(explore(other, "writesBoth").passed()).isTrue();
    }

    @Test
    void theirRacesAreTheirOwn() throws IOException {
        Program one = program("one", "int first; int second;");

        assertThat(explore(one, "writesFirst").passed()).isTrue();
        assertThat(explore(one, "writesFirstTwice").counterexample().failure().kind()).isEqualTo(Failure.Kind.DATA_RACE);
    }

    private static Exploration explore(Program program, String method) {
        return Explore.of(program, Scenario.of("twice.Gate", method)).run();
    }

    private Program program(String name, String fields) throws IOException {
        Path source = Files.createDirectories(folder.resolve(name).resolve("twice")).resolve("Gate.java");
        Files.writeString(
                source,
                """
                package twice;

                final class Gate {
                    %s

                    static void writesFirst() {
                        new Gate().first = 1;
                    }

                    static void writesFirstTwice() throws Exception {
                        Gate gate = new Gate();
                        Thread thread = new Thread(() -> gate.first = 1);
                        thread.start();
                        gate.first = 2;
                        thread.join();
                    }

                    %s
                }
                """
                        .formatted(fields, fields.contains("second") ? WRITES_BOTH : ""));
        Path classes = Files.createDirectories(folder.resolve(name).resolve("classes"));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(result).as("javac").isZero();
        return Program.of(SameNameTest.class.getClassLoader(), List.of(classes));
    }

    private static final String WRITES_BOTH =
            """
            static void writesBoth() throws Exception {
                        Gate gate = new Gate();
                        Thread thread = new Thread(() -> gate.first = 1);
                        thread.start();
                        gate.second = 2;
                        thread.join();
                    }
            """;
}
