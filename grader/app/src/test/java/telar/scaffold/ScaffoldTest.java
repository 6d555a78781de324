package telar.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import telar.exercise.Catalog;
import telar.exercise.Exercise;
import telar.exercise.KitException;
import telar.grading.Settings;
import telar.soundness.Effort;
import telar.soundness.Proof;
import telar.soundness.Soundness;

/** What {@code telar new} writes is graded here like any exercise of the kit. */
class ScaffoldTest {
    private static final Path TEMPLATE = Path.of("src/main/resources/telar/scaffold");

    @TempDir
    private Path home;

    @BeforeEach
    void aKitWithOneExercise() throws IOException {
        Path other = Files.createDirectories(home.resolve("exercises/quiet-door"));
        Files.copy(Path.of("src/test/resources/kit/exercises/quiet-door/exercise.properties"), other.resolve("exercise.properties"));
        Files.createDirectories(home.resolve("solutions/quiet-door"));
    }

    @Test
    void whatItWritesObeysEveryLaw() {
        write("museum-door", Optional.of("The museum's two doors"));
        Catalog catalog = Catalog.open(home);
        Exercise exercise = catalog.exercise("museum-door");

        Proof proof = new Soundness(catalog, Settings.usual(), new Effort(List.of(1L), false, true, true), Soundness.Progress.SILENT).prove(exercise);

        assertThat(proof.violations()).isEmpty();
        assertThat(proof.lawful()).isTrue();
        // What the student writes is not given to the solution's build.
        String pom = read("solutions/museum-door/pom.xml");
        exercise.editable().forEach(file -> assertThat(pom).contains("<exclude>" + file.replace("src/main/java/", "") + "</exclude>"));
        assertThat(exercise.title()).isEqualTo("The museum's two doors");
        assertThat(exercise.order()).isGreaterThan(catalog.exercise("quiet-door").order());
    }

    @Test
    void nothingOfTheTemplatesOwnNamesIsLeft() throws IOException {
        write("museum-door", Optional.empty());

        for (Path file : files(home.resolve("exercises/museum-door"))) {
            assertThat(file.toString()).doesNotContain("__");
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("__");
        }
        assertThat(Catalog.open(home).exercise("museum-door").title()).isEqualTo("Museum door");
    }

    @Test
    void theIndexNamesEveryFileOfTheTemplate() throws IOException {
        Set<String> there =
                files(TEMPLATE).stream()
                        .map(file -> TEMPLATE.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> !name.equals("files.txt"))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Files.readAllLines(TEMPLATE.resolve("files.txt"))).containsExactlyInAnyOrderElementsOf(there);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Museum", "museum_door", "museum--door", "-door", "new", "../door", "two words", ""})
    void refusesWhatCannotNameAnExercise(String slug) {
        assertThatThrownBy(() -> write(slug, Optional.empty()))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("cannot name an exercise. Use lower-case words joined by hyphens");
        assertThat(home.resolve("solutions")).isDirectoryContaining(path -> path.endsWith("quiet-door"));
    }

    @Test
    void refusesAPackageThatIsInUse() {
        assertThatThrownBy(() -> write("quietdoor", Optional.empty()))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("There is an exercise quiet-door with the same Java package");
    }

    @Test
    void overwritesNothing() throws IOException {
        Files.createDirectories(home.resolve("solutions/museum-door"));

        assertThatThrownBy(() -> write("museum-door", Optional.empty()))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("museum-door exists. Choose another slug");
        assertThat(home.resolve("exercises/museum-door")).doesNotExist();
    }

    private String read(String file) {
        try {
            return Files.readString(home.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String slug, Optional<String> title) {
        new Scaffold(Catalog.open(home)).write(slug, title, Optional.empty(), Optional.of(2));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
