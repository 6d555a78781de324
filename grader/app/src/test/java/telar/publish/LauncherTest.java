package telar.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher in a kit whose grader only says how it was started. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX script")
class LauncherTest {
    private static final String MAIN =
            """
            package telar.cli;

            public class Main {
                public static void main(String[] args) {
                    System.out.println(System.getenv("TELAR_HOME") + " " + String.join("|", args));
                    System.exit(3);
                }
            }
            """;

    /** Builds nothing: leaves what a build would, and a line in mvn.log for each start. */
    private static final String MAVEN =
            """
            #!/bin/sh
            if [ "$1" = -v ]; then
                echo "Apache Maven 3.8.7"
                exit 0
            fi
            echo "$*" >>"$KIT/mvn.log"
            mkdir -p "$KIT/grader/app/target"
            cp "$KIT/main.jar" "$KIT/grader/app/target/telar-app-1.jar"
            """;

    @TempDir private Path temporary;
    private Path kit;
    private Path tools;

    @BeforeEach
    void buildAKit() throws IOException {
        kit = Files.createDirectories(temporary.toRealPath().resolve("a kit"));
        tools = Files.createDirectories(temporary.resolve("tools"));
        Files.copy(RealKit.home().resolve("telar"), kit.resolve("telar"));
        executable(kit.resolve("telar"));
        jar(kit.resolve("main.jar"));
    }

    @Test
    void startsAPublishedGraderWithoutMaven() throws Exception {
        publish();
        tool("mvn", "#!/bin/sh\nexit 1\n");

        Result result = start("grade", "a b", "--lang=es");

        assertThat(result.output()).isEqualTo(kit + " grade|a b|--lang=es\n");
        assertThat(result.errors()).isEmpty();
        assertThat(result.exit()).isEqualTo(3);
    }

    @Test
    void isFoundThroughALink() throws Exception {
        publish();
        Path link = Files.createSymbolicLink(tools.resolve("telar-link"), kit.resolve("telar"));

        assertThat(start(link, Map.of()).output()).isEqualTo(kit + " \n");
    }

    @Test
    void buildsOnFirstUseAndAgainOnceASourceIsNewer() throws Exception {
        tool("mvn", MAVEN);
        Path source = sources();

        Result first = start("list");
        assertThat(first.errors()).isEqualTo("Building the grader (first use; takes about a minute) …\n");
        assertThat(first.output()).isEqualTo(kit + " list\n");
        assertThat(builds())
                .containsExactly("-q -B -DskipTests install -f " + kit + "/pom.xml -pl .,grader,grader/engine,grader/harness,grader/app");

        assertThat(start("list").errors()).isEmpty();
        assertThat(builds()).hasSize(1);

        Files.setLastModifiedTime(source, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        assertThat(start("list").errors()).startsWith("Building the grader (its sources changed;");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void saysHowToSeeWhyABuildFails() throws Exception {
        tool("mvn", "#!/bin/sh\n[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' && exit 0\necho broken\nexit 1\n");
        sources();

        Result result = start("list");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.errors()).contains("The grader could not be built.").contains("mvn -B -DskipTests install -f \"" + kit + "/pom.xml\"");
        assertThat(result.output()).isEmpty();
        assertThat(kit.resolve("grader/app/target/telar-build.log")).hasContent("broken");
        assertThat(kit.resolve("grader/app/target/telar-built")).doesNotExist();
    }

    @Test
    void refusesAnOldMaven() throws Exception {
        tool("mvn", "#!/bin/sh\necho 'Apache Maven 3.6.3'\n");
        sources();

        Result result = start("list");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.errors()).contains("Maven 3.8 or newer; this mvn is version 3.6.").contains("Install a newer one");
    }

    @Test
    void refusesAnOldJava() throws Exception {
        publish();
        for (String version : List.of("1.8", "9", "11", "16")) {
            Result result = start(kit.resolve("telar"), Map.of("JAVA_HOME", javaHome(version).toString()));

            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.errors()).contains("this java is version " + version + " (JAVA_HOME is ").contains("point JAVA_HOME at it");
        }
    }

    @Test
    void refusesAJavaWithoutACompiler() throws Exception {
        publish();

        Result result = start(kit.resolve("telar"), Map.of("JAVA_HOME", javaHome("17").toString()));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.errors()).contains("has no compiler").contains("Install a JDK");
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        publish();

        Result result = start(kit.resolve("telar"), Map.of("JAVA_HOME", temporary + "/nowhere"));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.errors()).contains("no java could be started (JAVA_HOME is " + temporary + "/nowhere)").contains("Install one");
    }

    private void publish() throws IOException {
        Files.createDirectories(kit.resolve("grader/lib"));
        Files.copy(kit.resolve("main.jar"), kit.resolve("grader/lib/main.jar"));
    }

    private Path sources() throws IOException {
        for (String module : List.of("engine", "harness", "app")) {
            Files.createDirectories(kit.resolve("grader").resolve(module).resolve("src"));
            Files.createFile(kit.resolve("grader").resolve(module).resolve("pom.xml"));
        }
        Files.createFile(kit.resolve("pom.xml"));
        Files.createFile(kit.resolve("grader/pom.xml"));
        return Files.createFile(kit.resolve("grader/engine/src/Engine.java"));
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(kit.resolve("mvn.log"));
    }

    private void tool(String name, String script) throws IOException {
        executable(Files.writeString(tools.resolve(name), script));
    }

    /** A folder whose java says that it is of this version and that it lives there. */
    private Path javaHome(String version) throws IOException {
        Path home = Files.createDirectories(temporary.resolve("jdk " + version));
        Files.createDirectories(home.resolve("bin"));
        String settings = "#!/bin/sh\necho '    java.home = " + home + "'\necho '    java.specification.version = " + version + "'\n";
        executable(Files.writeString(home.resolve("bin/java"), settings));
        return home;
    }

    private Result start(String... arguments) throws Exception {
        return start(kit.resolve("telar"), Map.of(), arguments);
    }

    private Result start(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path output = temporary.resolve("output");
        Path errors = temporary.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(tools.toFile()).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeAll(List.of("TELAR_HOME", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().put("KIT", kit.toString());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        return new Result(exit, Files.readString(output), Files.readString(errors));
    }

    private record Result(int exit, String output, String errors) {}

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void jar(Path jar) throws IOException {
        Path classes = Files.createDirectories(temporary.resolve("classes"));
        Path source = Files.writeString(temporary.resolve("Main.java"), MAIN, StandardCharsets.UTF_8);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString())).isZero();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("telar/cli/Main.class"));
            entries.write(Files.readAllBytes(classes.resolve("telar/cli/Main.class")));
        }
    }
}
