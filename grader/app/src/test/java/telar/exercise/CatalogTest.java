package telar.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
    private static final String SOUND =
            """
            title=Like counter
            title.es=Contador de «me gusta»
            unit=2
            order=7
            editable=likecounter/A.java, likecounter/*.java
            since=17
            allows=
            budget=2000
            """;

    @TempDir private Path home;

    @Test
    void readsWhatAManifestSays() throws IOException {
        write("like-counter", SOUND);

        Exercise exercise = Catalog.open(home).exercise("like-counter");

        assertThat(exercise.title()).isEqualTo("Like counter");
        assertThat(exercise.titleEs()).isEqualTo("Contador de «me gusta»");
        assertThat(List.of(exercise.unit(), exercise.order(), exercise.since(), exercise.budget())).containsExactly(2, 7, 17, 2000);
        assertThat(exercise.editable()).containsExactly("likecounter/A.java", "likecounter/*.java");
        assertThat(exercise.allows()).isEmpty();
        assertThat(exercise.packageName()).isEqualTo("likecounter");
        assertThat(exercise.solution()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit=2        | uint=2            | unknown key \"uint\". Known keys: allows, budget, editable",
                "unit=2        | ''                | missing key \"unit\". Add a line for it.",
                "unit=2        | unit=two          | unit=two is not a whole number from 1 to 99.",
                "unit=2        | unit=0            | unit=0 is not a whole number from 1 to 99.",
                "order=7       | order=1000        | order=1000 is not a whole number from 1 to 999.",
                "since=17      | since=11          | since=11 is not a whole number from 17 to 99.",
                "budget=2000   | budget=           | budget is empty. Write a value after the = sign.",
                "budget=2000   | budget=1000001    | budget=1000001 is not a whole number from 1 to 1000000.",
                "title=Like counter | title=       | title is empty. Write a value after the = sign.",
                "editable=likecounter/A.java, likecounter/*.java | editable=, | editable is empty. Name at least one.",
                "allows=       | allows=\\u00zz    | cannot be read",
            })
    void namesFileAndKeyOfABrokenManifest(String line, String instead, String words) throws IOException {
        Path file = write("like-counter", SOUND.replace(line, instead));

        assertThatThrownBy(() -> Catalog.open(home)).isInstanceOf(KitException.class).hasMessageStartingWith(file.toString()).hasMessageContaining(words);
    }

    @Test
    void refusesAManifestThatIsNotUtf8() throws IOException {
        Path file = write("like-counter", SOUND);
        Files.write(file, SOUND.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Catalog.open(home)).isInstanceOf(KitException.class).hasMessageStartingWith(file + " cannot be read").hasMessageEndingWith("Write it in UTF-8, one key=value a line.");
    }

    @Test
    void isInCourseOrderAndPassesOverFoldersWithoutAManifest() throws IOException {
        write("b-later", SOUND.replace("order=7", "order=8"));
        write("z-first", SOUND.replace("order=7", "order=1"));
        write("a-later", SOUND.replace("order=7", "order=8"));
        write("unit-before", SOUND.replace("unit=2", "unit=1").replace("order=7", "order=9"));
        Files.createDirectories(home.resolve("exercises/drafts"));

        assertThat(Catalog.open(home).exercises().stream().map(Exercise::slug)).containsExactly("unit-before", "z-first", "a-later", "b-later");
    }

    @Test
    void aTwinIsNeededWhereThereAreSolutions() throws IOException {
        write("like-counter", SOUND);
        assertThat(Catalog.open(home).hasSolutions()).isFalse();

        Path twin = Files.createDirectories(home.resolve("solutions/like-counter"));
        assertThat(Catalog.open(home).hasSolutions()).isTrue();

        Files.delete(twin);
        assertThatThrownBy(() -> Catalog.open(home))
                .isInstanceOf(KitException.class)
                .hasMessage("exercises/like-counter has no twin solutions/like-counter. Add its reference and hidden checks there, or remove the exercise.");
    }

    @Test
    void saysWhereAKitIsMissed() throws IOException {
        assertThatThrownBy(() -> Catalog.open(home)).hasMessageStartingWith("There is no folder exercises/ in " + home).hasMessageContaining("TELAR_HOME");

        Files.createDirectories(home.resolve("exercises"));
        assertThatThrownBy(() -> Catalog.open(home)).isInstanceOf(KitException.class).hasMessageContaining("the kit has no exercises");
    }

    @Test
    void listsTheKnownSlugs() throws IOException {
        write("like-counter", SOUND);

        assertThatThrownBy(() -> Catalog.open(home).exercise("like-countre"))
                .isInstanceOf(KitException.class)
                .hasMessage("There is no exercise \"like-countre\". Known ones: like-counter. See them with: telar list");
    }

    private Path write(String slug, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve("exercises").resolve(slug));
        return Files.writeString(folder.resolve(Manifest.FILE), text);
    }
}
