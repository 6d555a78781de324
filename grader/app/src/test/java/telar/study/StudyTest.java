package telar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.exercise.Catalog;
import telar.exercise.Exercise;
import telar.exercise.KitException;

class StudyTest {
    @TempDir
    private Path home;

    private Exercise exercise;
    private Path source;

    @BeforeEach
    void aPublishedExercise() throws IOException {
        Path folder = home.resolve("exercises/quiet-door");
        Files.createDirectories(folder);
        Files.copy(Path.of("src/test/resources/kit/exercises/quiet-door/exercise.properties"), folder.resolve("exercise.properties"));
        source = folder.resolve("src/main/java/quietdoor/Door.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "written by hand");
        Files.writeString(folder.resolve("HINTS.md"), "# Hints\n\n## 1\n\nLook.\n\n## 2\n\nLook\ntwice.\n");
        Files.writeString(folder.resolve("HINTS.es.md"), "## 1\n\nMira.\n");
        exercise = Catalog.open(home).exercise("quiet-door");
    }

    @Test
    void hintsComeOneByOneAndTheLastOneStays() {
        assertThat(nextHint("en")).isEqualTo(new Hints.Hint(1, 2, "Look."));
        assertThat(nextHint("en")).isEqualTo(new Hints.Hint(2, 2, "Look\ntwice."));
        assertThat(nextHint("en").number()).isEqualTo(2);
        assertThat(nextHint("es")).isEqualTo(new Hints.Hint(1, 1, "Mira."));

        Hints.of(exercise, "en", StudyLog.of(home)).restart();
        assertThat(nextHint("en").number()).isEqualTo(1);
    }

    @Test
    void aHintFileWithoutHintsIsNamed() throws IOException {
        Files.writeString(exercise.folder().resolve("HINTS.md"), "Good luck.");

        assertThatThrownBy(() -> nextHint("en")).isInstanceOf(KitException.class).hasMessageContaining("HINTS.md holds no hint");
    }

    @Test
    void whatPassedCountsUntilItIsEdited() throws IOException {
        StudyLog.of(home).note(exercise, true);
        assertThat(StudyLog.of(home).hasPassed(exercise)).isTrue();

        Files.writeString(source, "written anew");
        assertThat(StudyLog.of(home).hasPassed(exercise)).isFalse();

        Files.writeString(source, "written by hand");
        assertThat(StudyLog.of(home).hasPassed(exercise)).isTrue();
        StudyLog.of(home).note(exercise, false);
        assertThat(StudyLog.of(home).hasPassed(exercise)).isFalse();
    }

    @Test
    void aDamagedLogIsAnEmptyOne() throws IOException {
        StudyLog.of(home).note(exercise, true);
        Files.writeString(home.resolve(".telar/study/log.properties"), "quiet-door.hints=many\nquiet-door.passed=\\u00zz");

        assertThat(StudyLog.of(home).hasPassed(exercise)).isFalse();
        assertThat(nextHint("en").number()).isEqualTo(1);
    }

    @Test
    void aResetPutsTheSkeletonBackAndKeepsWhatWasWritten() throws IOException {
        Path skeleton = home.resolve(Skeletons.FOLDER).resolve("quiet-door/quietdoor/Door.java");
        Files.createDirectories(skeleton.getParent());
        Files.writeString(skeleton, "TODO");
        Path further = Files.writeString(source.resolveSibling("Mine.java"), "my own class");

        Path kept = new Skeletons(home).restore(exercise);
        Path keptAgain = new Skeletons(home).restore(exercise);

        assertThat(source).hasContent("TODO");
        assertThat(further).doesNotExist();
        assertThat(kept.resolve("quietdoor/Door.java")).hasContent("written by hand");
        assertThat(kept.resolve("quietdoor/Mine.java")).hasContent("my own class");
        assertThat(keptAgain).isNotEqualTo(kept);
        assertThat(keptAgain.resolve("quietdoor/Door.java")).hasContent("TODO");
    }

    @Test
    void withoutAPublishedSkeletonItSaysWhatGitCanDo() {
        assertThatThrownBy(() -> new Skeletons(home).restore(exercise))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("git checkout -- exercises/quiet-door/src/main/java");
        assertThat(source).hasContent("written by hand");
    }

    @Test
    void aSaveThatChangesSomethingIsNoticed() throws Exception {
        try (Saves saves = new Saves(exercise)) {
            CompletableFuture<Void> noticed =
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    saves.awaitNext();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            Files.writeString(source, "written by hand"); // the same again is no change
            Files.writeString(source, "written anew");
            noticed.get(60, TimeUnit.SECONDS);
        }
    }

    private Hints.Hint nextHint(String language) {
        return Hints.of(exercise, language, StudyLog.of(home)).next();
    }
}
