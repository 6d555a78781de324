package telar.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import telar.exercise.Exercise;
import telar.exercise.KitException;

class IntakeTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"one-two", "exercises/one-two", ""})
    void findsAnExerciseInAnyOfItsPlaces(String place) throws IOException {
        write(folder.resolve(place).resolve("src/main/java/onetwo/One.java"), "class One {}");
        Files.writeString(folder.resolve(place).resolve("src/main/java/onetwo/Other.java"), "class Other {}");

        assertThat(take().sources()).containsOnlyKeys("onetwo/One.java");
    }

    @Test
    void tellsWhatIsHandedIn() throws IOException {
        write(folder.resolve("one-two/src/main/java/onetwo/One.java"), "class One {}");
        Intake intake = new Intake(folder, List.of(exercise("one-two"), exercise("three")));

        assertThat(intake.has(exercise("one-two"))).isTrue();
        assertThat(intake.has(exercise("three"))).isFalse();
        assertThat(intake.origin()).isEqualTo(folder.toAbsolutePath().toString());
    }

    @Test
    void refusesWhatIsNoSubmission() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path stranger = Files.createDirectories(folder.resolve("stranger/src/main/java/other")).getParent().getParent().getParent().getParent();

        assertThatThrownBy(() -> intake(file)).isInstanceOf(KitException.class).hasMessage(file + " is a file. Name the folder that holds the submission.");
        assertThatThrownBy(() -> intake(folder.resolve("none"))).isInstanceOf(KitException.class).hasMessageStartingWith("There is no folder ");
        for (Path none : List.of(empty, stranger)) {
            assertThatThrownBy(() -> intake(none)).isInstanceOf(KitException.class).hasMessageStartingWith(none + " holds no submission").hasMessageContaining("one-two/src/main/java").hasMessageEndingWith("Name the folder of a clone, or its folder exercises/.");
        }
    }

    @Test
    void anExercisesOwnFolderStandsForThatExerciseAlone() throws IOException {
        write(folder.resolve("one-two/src/main/java/onetwo/One.java"), "class One {}");
        List<Exercise> both = List.of(exercise("one-two"), exercise("three"));

        assertThat(new Intake(folder.resolve("one-two"), both).expected(both)).extracting(Exercise::slug).containsExactly("one-two");
        assertThat(new Intake(folder, both).expected(both)).isEqualTo(both);
    }

    @Test
    void tellsWhichSourceFilesAreNotHandedIn() throws IOException {
        write(folder.resolve("one-two/src/main/java/onetwo/One.java"), "class One {}");
        Files.writeString(folder.resolve("one-two/src/main/java/onetwo/Other.java"), "class Other {}");

        assertThat(take().leftOut()).containsExactly("onetwo/Other.java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"O ne.java", "One-Two.java", "1st.java", "One$.java"})
    void refusesOddNames(String name) throws IOException {
        write(folder.resolve("one-two/src/main/java/onetwo").resolve(name), "class One {}");

        assertThatThrownBy(() -> SourceFiles.below(folder.resolve("one-two/src/main/java"), path -> true))
                .isInstanceOf(IntakeException.class)
                .hasMessageContaining("is not a plain name for a source file");
    }

    @Test
    void namesAMissingFile() throws IOException {
        Files.createDirectories(folder.resolve("one-two/src/main/java"));

        refuses("The file src/main/java/onetwo/One.java of one-two is missing. Restore it from the course's template.");
    }

    @Test
    void refusesAFolderInThePlaceOfAFile() throws IOException {
        Files.createDirectories(folder.resolve("one-two/src/main/java/onetwo/One.java"));

        refuses("onetwo/One.java is not a plain file (a link, a folder …). Replace it by the source file itself.");
    }

    @Test
    void takesAFileOfTheGreatestSizeAndNoneThatIsLarger() throws IOException {
        Path file = write(folder.resolve("one-two/src/main/java/onetwo/One.java"), " ".repeat(SourceFiles.MAX_BYTES));
        assertThat(take().sources()).hasSize(1);

        Files.writeString(file, " ".repeat(SourceFiles.MAX_BYTES + 1));
        refuses("onetwo/One.java is larger than 256 KiB. Hand in a shorter file.");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Path file = write(folder.resolve("one-two/src/main/java/onetwo/One.java"), "");
        Files.write(file, "// año".getBytes(StandardCharsets.ISO_8859_1));

        refuses("onetwo/One.java is not UTF-8 text. Save it as UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x1B, 0x7F, 0x85, 0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069})
    void refusesInvisibleCharactersThatHideCode(int character) throws IOException {
        write(folder.resolve("one-two/src/main/java/onetwo/One.java"), "// " + Character.toString(character) + "\n");

        refuses("onetwo/One.java contains the invisible character U+" + String.format("%04X", character) + ", which hides what the code does. Remove it.");
    }

    @Test
    void takesWhatHonestFilesHold() throws IOException {
        write(folder.resolve("one-two/src/main/java/onetwo/One.java"), "\t// año, 計算機, 🧵\r\n\f");

        assertThat(take().sources()).containsEntry("onetwo/One.java", "\t// año, 計算機, 🧵\r\n\f");
    }

    @Test
    void refusesTooManyFiles() throws IOException {
        for (int i = 0; i <= SourceFiles.MAX_FILES; i++) {
            write(folder.resolve("one-two/src/main/java/onetwo/A" + i + ".java"), "");
        }

        assertThatThrownBy(() -> intake(folder).take(exercise("one-two", "onetwo/*.java")))
                .isInstanceOf(IntakeException.class)
                .hasMessageStartingWith("There are more than 100 source files in ");
    }

    private void refuses(String message) {
        assertThatThrownBy(this::take).isInstanceOf(IntakeException.class).hasMessage(message);
    }

    private Submission take() {
        return intake(folder).take(exercise("one-two"));
    }

    private static Intake intake(Path folder) {
        return new Intake(folder, List.of(exercise("one-two")));
    }

    private static Exercise exercise(String slug) {
        return exercise(slug, slug.replace("-", "") + "/One.java");
    }

    private static Exercise exercise(String slug, String editable) {
        return new Exercise(slug, "", "", 1, 1, List.of(editable), 17, List.of(), 10, Path.of("exercises").resolve(slug), Optional.empty());
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
