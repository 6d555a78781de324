package telar.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import telar.exercise.Exercise;

/** A submission that stands beside the staff's solutions must not be able to hand them in. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "making links needs privileges there")
class IntakeLinksTest {
    private static final String FILE = "src/main/java/one/One.java";

    @TempDir private Path temporary;
    private Path submission;
    private Path solution;
    private Exercise one;

    @BeforeEach
    void writeASolution() throws IOException {
        submission = Files.createDirectories(temporary.resolve("submission"));
        solution = temporary.resolve("solutions/one");
        write(solution.resolve(FILE), "class One {}");
        one = new Exercise("one", "One", "Uno", 1, 1, List.of("one/One.java"), 17, List.of(), 10, temporary.resolve("exercises/one"), Optional.of(solution));
    }

    @Test
    void takesPlainFolders() throws IOException {
        write(submission.resolve("exercises/one").resolve(FILE), "class One { int mine; }");
        assertThat(take().sources()).containsOnlyKeys("one/One.java");
    }

    @Test
    void takesAFolderThatTheGraderReachesThroughALink() throws IOException {
        write(submission.resolve("exercises/one").resolve(FILE), "class One { int mine; }");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), submission);
        assertThat(new Intake(link, List.of(one)).take(one).sources()).containsOnlyKeys("one/One.java");
    }

    @Test
    void refusesALinkedExercise() throws IOException {
        Files.createDirectories(submission.resolve("exercises"));
        refuses(Files.createSymbolicLink(submission.resolve("exercises/one"), solution));
    }

    @Test
    void refusesALinkedFolderOfExercises() throws IOException {
        refuses(Files.createSymbolicLink(submission.resolve("exercises"), solution.getParent()));
    }

    @Test
    void refusesALinkedSourceFolder() throws IOException {
        Files.createDirectories(submission.resolve("exercises/one"));
        refuses(Files.createSymbolicLink(submission.resolve("exercises/one/src"), solution.resolve("src")));
    }

    @Test
    void refusesALinkedFile() throws IOException {
        Path folder = Files.createDirectories(submission.resolve("exercises/one/src/main/java/one"));
        Files.createSymbolicLink(folder.resolve("One.java"), solution.resolve(FILE));
        assertThatThrownBy(this::take).isInstanceOf(IntakeException.class).hasMessageContaining("is not a plain file");
    }

    private void refuses(Path link) {
        assertThatThrownBy(this::take).isInstanceOf(IntakeException.class).hasMessage(link + " is a link. Replace it by the folder itself.");
    }

    private Submission take() {
        return new Intake(submission, List.of(one)).take(one);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
