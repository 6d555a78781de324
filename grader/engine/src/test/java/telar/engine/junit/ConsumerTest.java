package telar.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's project, built from what {@code docs/engine.md} tells them, and somebody else's main. */
class ConsumerTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path SOURCES = Path.of("src/test/java/anybody");
    private static final String FLAG = "java.base/java.lang=ALL-UNNAMED";

    @TempDir Path folder;

    @Test
    void theDocumentedBlocksAreTheOnesThatRunHere() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/engine.md"));
        assertThat(page)
                .contains(region("LikeCounter.java", "counter"))
                .contains(region("LikeCounterExample.java", "test"))
                .contains(region("Program.java", "main"));
    }

    @Test
    void theDocumentedVersionsAreTheOnesThatAreTested() throws IOException {
        String pom = documentedPom();
        for (String version : List.of("junit.version", "assertj.version", "maven-surefire-plugin.version")) {
            assertThat(pom).contains("<version>" + version(version) + "</version>");
        }
    }

    @Test
    void aMainFindsOutWhatTheJvmNeeds() throws IOException, InterruptedException {
        assertThat(java()).contains("--add-opens " + FLAG, "maven-surefire-plugin");
        assertThat(java("--add-opens", FLAG)).isEqualToIgnoringNewLines("passed: all interleavings (2 distinct)");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links the local repository")
    void theDocumentedProjectRunsUnderMaven() throws IOException, InterruptedException {
        String repository = System.getProperty("localRepository"); // set by Surefire
        assumeTrue(repository != null, "not run by Maven");
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve("pom.xml"), documentedPom());
        Path main = Files.createDirectories(project.resolve("src/main/java/anybody"));
        Path test = Files.createDirectories(project.resolve("src/test/java/anybody"));
        String counter = Files.readString(SOURCES.resolve("LikeCounter.java"));
        Files.writeString(main.resolve("LikeCounter.java"), counter);
        Files.writeString(
                main.resolve("RacyCounter.java"), counter.replace("LikeCounter", "RacyCounter").replace("synchronized ", ""));
        Files.writeString(test.resolve("LikeCounterTest.java"), testClass("LikeCounter"));
        Files.writeString(test.resolve("RacyCounterTest.java"), testClass("RacyCounter"));
        String plugins = "org.apache.maven.plugins:maven-";
        String compiler = plugins + "compiler-plugin:" + version("maven-compiler-plugin.version");
        Path mine = repositoryWithTheEngine(Path.of(repository));
        String output =
                run(
                        project,
                        "mvn",
                        "-B",
                        "-o",
                        "-Dmaven.repo.local=" + mine,
                        compiler + ":compile",
                        compiler + ":testCompile",
                        plugins + "surefire-plugin:" + version("maven-surefire-plugin.version") + ":test");
        try (Stream<Path> links = Files.list(mine)) {
            for (Path link : links.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link); // so that nothing behind them is anybody's to clean up
            }
        }
        assertThat(output)
                .contains("Tests run: 2, Failures: 1, Errors: 0")
                .contains("DATA_RACE: data race on RacyCounter.likes", "What happened:", "Schedule: ");
    }

    private static String testClass(String counter) throws IOException {
        return """
                package anybody;

                import static org.assertj.core.api.Assertions.assertThat;

                import telar.engine.Threads;
                import telar.engine.junit.Interleaved;

                class %sTest {
                %s}
                """
                .formatted(counter, region("LikeCounterExample.java", "test").replace("LikeCounter", counter));
    }

    private static String documentedPom() throws IOException {
        Matcher block = Pattern.compile("```xml\n(<project.*?</project>\n)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("docs/engine.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String region(String file, String tag) throws IOException {
        String text = Files.readString(SOURCES.resolve(file));
        Matcher region =
                Pattern.compile(" *// tag::" + tag + "\n(.*?) *// end::" + tag + "\n", Pattern.DOTALL).matcher(text);
        assertThat(region.find()).as("region %s of %s", tag, file).isTrue();
        return region.group(1).stripTrailing().stripIndent() + "\n"; // a closing line break would count as a line without indent
    }

    private static String version(String property) throws IOException {
        Matcher version = Pattern.compile("<" + Pattern.quote(property) + ">(.*?)<")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    /** A local repository with everything that the given one has, and with this build's engine in the place of whatever it has. */
    private Path repositoryWithTheEngine(Path repository) throws IOException {
        Path mine = Files.createDirectories(folder.resolve("repository"));
        try (Stream<Path> entries = Files.list(repository)) {
            for (Path entry : entries.toList()) {
                if (!entry.getFileName().toString().equals("telar")) {
                    Files.createSymbolicLink(mine.resolve(entry.getFileName()), entry);
                }
            }
        }
        install(mine, "telar", ROOT.resolve("pom.xml"));
        install(mine, "telar-grader", ROOT.resolve("grader/pom.xml"));
        Path engine = install(mine, "telar-engine", ROOT.resolve("grader/engine/pom.xml"));
        Path classes = Path.of("target/classes");
        try (OutputStream out = Files.newOutputStream(Path.of(engine.toString().replaceFirst("pom$", "jar")));
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, jar);
            }
        }
        return mine;
    }

    private static Path install(Path repository, String artifact, Path pom) throws IOException {
        String version = "0.1.0-SNAPSHOT";
        Path place = Files.createDirectories(repository.resolve("telar/" + artifact + "/" + version));
        return Files.copy(pom, place.resolve(artifact + "-" + version + ".pom"));
    }

    private String java(String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "anybody.Program"));
        return run(folder, command.toArray(String[]::new));
    }

    private static String run(Path in, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
