package telar.publish;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.exercise.KitException;

class PublisherTest {
    private static final String JAR = "telar-app.jar";

    @TempDir private Path temporary;
    private Path template;
    private Publisher publisher;

    @BeforeEach
    void buildAGrader() throws IOException {
        template = temporary.resolve("template");
        publisher = new Publisher(RealKit.home(), List.of(Files.writeString(temporary.resolve(JAR), "jar")));
    }

    @Test
    void writesWhatStudentsNeedAndNothingElse() throws IOException {
        List<String> slugs = publisher.publish(template);

        Set<String> others = new TreeSet<>(files(template).keySet());
        others.removeIf(name -> name.startsWith("exercises/") || name.startsWith("grader/skeletons/"));
        assertThat(others)
                .containsExactlyInAnyOrder(
                        ".gitattributes",
                        ".github/workflows/grade.yml",
                        ".gitignore",
                        "LICENSE",
                        "README.es.md",
                        "README.md",
                        "grader/lib/" + JAR,
                        "pom.xml",
                        "telar",
                        "telar.cmd");
        assertThat(slugs).isNotEmpty().allSatisfy(slug -> assertThat(template.resolve("exercises").resolve(slug).resolve("pom.xml")).exists());
        assertThat(files(template).keySet()).noneMatch(name -> name.contains("/target/"));
    }

    @Test
    void bringsEverySkeletonASecondTime() throws IOException {
        List<String> slugs = publisher.publish(template);

        for (String slug : slugs) {
            Map<String, Path> skeleton = files(template.resolve("grader/skeletons").resolve(slug));
            Map<String, Path> written = files(template.resolve("exercises").resolve(slug).resolve("src/main/java"));
            assertThat(skeleton).isNotEmpty().containsOnlyKeys(written.keySet());
            for (String name : skeleton.keySet()) {
                assertThat(skeleton.get(name)).hasSameBinaryContentAs(written.get(name));
            }
        }
    }

    @Test
    void leavesNoTraceOfTheSolutions() throws IOException {
        publisher.publish(template);
        Map<String, Path> published = files(template);
        Map<String, Path> secrets = files(RealKit.home().resolve("solutions"));
        secrets.keySet().removeIf(name -> name.contains("/target/"));
        assumeTrue(secrets.size() > 1, "the kit has solutions");

        for (Map.Entry<String, Path> secret : secrets.entrySet()) {
            byte[] content = Files.readAllBytes(secret.getValue());
            for (Map.Entry<String, Path> file : published.entrySet()) {
                assertThat(Arrays.equals(content, Files.readAllBytes(file.getValue())))
                        .as("%s is published as %s", secret.getKey(), file.getKey())
                        .isFalse();
            }
        }

        Set<String> hiddenClasses =
                secrets.keySet().stream()
                        .filter(name -> name.contains("/src/test/java/") && name.endsWith(".java"))
                        .map(name -> name.substring(name.lastIndexOf('/') + 1, name.length() - ".java".length()))
                        .collect(toSet());
        assertThat(hiddenClasses).isNotEmpty();
        for (Map.Entry<String, Path> file : published.entrySet()) {
            String text = Files.readString(file.getValue(), StandardCharsets.ISO_8859_1);
            assertThat(hiddenClasses).as(file.getKey()).noneMatch(name -> text.contains(name) || file.getKey().contains(name));
        }
        assertThat(published.keySet()).noneMatch(name -> name.contains("solutions/") || name.endsWith("mutant.properties"));
    }

    @Test
    void leavesOutWhatBuildsAndEditorsLeaveBehind() throws IOException {
        Path kit = smallKit();
        write(kit, "exercises/one/target/classes/One.class");
        write(kit, "exercises/one/.idea/workspace.xml");
        write(kit, "exercises/one/one.iml");
        write(kit, "exercises/one/src/main/java/one/target/Kept.java");
        write(kit, "exercises/not-an-exercise/notes.txt");

        assertThat(new Publisher(kit, List.of()).publish(template)).containsExactly("one");

        assertThat(files(template).keySet())
                .filteredOn(name -> name.startsWith("exercises/"))
                .containsExactlyInAnyOrder("exercises/one/exercise.properties", "exercises/one/src/main/java/one/target/Kept.java");
    }

    @Test
    void theLauncherCanBeStarted() throws IOException {
        publisher.publish(template);
        assumeTrue(Files.getFileStore(template).supportsFileAttributeView("posix"));
        assertThat(template.resolve("telar")).isExecutable();
    }

    @Test
    void writesIntoAnEmptyFolder() throws IOException {
        Files.createDirectory(template);
        publisher.publish(template);
        assertThat(template.resolve("telar")).exists();
    }

    @Test
    void refusesAFolderThatHoldsSomething() throws IOException {
        Files.createDirectory(template);
        Files.writeString(template.resolve("mine"), "kept");

        assertThatThrownBy(() -> publisher.publish(template))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("is not empty, and publishing never overwrites");
        assertThat(files(template)).containsOnlyKeys("mine");
    }

    @Test
    void refusesAFolderInsideTheKitsOwn() {
        assertThatThrownBy(() -> publisher.publish(RealKit.home().resolve("exercises/template")))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("inside the kit's own exercises/");
    }

    @Test
    void refusesLinks() throws IOException {
        assumeTrue(Files.getFileStore(temporary).supportsFileAttributeView("posix"));
        Path kit = smallKit();
        write(kit, "solutions/one/Secret.java");
        Files.createSymbolicLink(kit.resolve("exercises/one/Link.java"), kit.resolve("solutions/one/Secret.java"));

        assertThatThrownBy(() -> new Publisher(kit, List.of()).publish(template))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("Link.java is not a plain file");
        assertThat(template).doesNotExist();
    }

    @Test
    void saysWhatTheKitLacks() throws IOException {
        Path kit = smallKit();
        Files.delete(kit.resolve("telar.cmd"));

        assertThatThrownBy(() -> new Publisher(kit, List.of()).publish(template))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("The kit lacks telar.cmd");
        assertThat(template).doesNotExist();
    }

    @Test
    void publishesOnlyAGraderMadeOfJars() {
        String jar = temporary.resolve(JAR).toString();
        assertThat(RunningGrader.jars(jar)).containsExactly(temporary.resolve(JAR));
        assertThatThrownBy(() -> RunningGrader.jars(jar + java.io.File.pathSeparator + temporary))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("./telar publish");
    }

    private Path smallKit() throws IOException {
        Path kit = temporary.resolve("kit");
        for (String name :
                List.of(
                        "pom.xml",
                        "telar",
                        "telar.cmd",
                        ".gitignore",
                        ".gitattributes",
                        ".github/workflows/grade.yml",
                        "LICENSE",
                        "exercises/one/exercise.properties")) {
            write(kit, name);
        }
        return kit;
    }

    private static void write(Path kit, String name) throws IOException {
        Path file = kit.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content of " + name);
    }

    /** Every file below a folder, by its name relative to it. */
    private static Map<String, Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(toMap(file -> folder.relativize(file).toString().replace('\\', '/'), file -> file));
        }
    }
}
