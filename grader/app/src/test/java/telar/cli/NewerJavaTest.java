package telar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exercise that this JDK is too old for is left out by every command, in words, and costs nothing. */
class NewerJavaTest {
    @TempDir private static Path temporary;
    private static FixtureKit kit;

    @BeforeAll
    static void aKitWithAnExerciseOfTheFuture() throws IOException {
        kit = FixtureKit.in(temporary.resolve("kit"));
        Path manifest = kit.home().resolve("exercises/quiet-door/exercise.properties");
        Files.writeString(manifest, Files.readString(manifest).replace("since=17", "since=99"));
    }

    @Test
    void listMarksIt() {
        String here = ", and this is Java " + Runtime.version().feature() + ")";

        assertThat(kit.run("list", "--lang=en").output().lines().map(String::strip))
                .containsExactly("1.01  turn-counter  turn counter", "1.02  quiet-door    quiet door  (left out: it needs Java 99" + here);
    }

    @Test
    void gradeSkipsItAndTakesNoPoints() {
        FixtureKit.Result result = kit.run("grade", kit.home().toString(), "--exercise", "quiet-door", "--require", "100", "--lang=en");

        assertThat(result.exit()).isZero();
        assertThat(result.output())
                .contains("Skipped: it needs Java 99 or newer, and costs no points")
                .contains("JAVA_HOME")
                .contains("0 of 0 exercises complete")
                .doesNotContain("✘");
    }

    @Test
    void gradeSkipsItAlsoWhereItWasNotHandedIn() throws IOException {
        Path clone = temporary.resolve("clone");
        Files.createDirectories(clone.resolve("exercises/turn-counter/src/main/java"));

        FixtureKit.Result result = kit.run("grade", clone.toString(), "--exercise", "turn-counter", "--exercise", "quiet-door");

        assertThat(result.errors()).doesNotContain("telar:");
        assertThat(result.output()).contains("it needs Java 99 or newer, and costs no points").contains("0 of 1 exercises complete");
    }

    @Test
    void checkSkipsItAndIsContent() {
        FixtureKit.Result result = kit.run("check", "quiet-door", "--lang=es");

        assertThat(result.exit()).isZero();
        assertThat(result.output()).contains("Omitido: necesita Java 99 o posterior");
    }

    @Test
    void verifyLeavesItOut() throws IOException {
        Path page = temporary.resolve("soundness.md");

        FixtureKit.Result result = kit.run("verify", "quiet-door", "--markdown", page.toString());

        assertThat(result.exit()).isZero();
        assertThat(result.errors()).isEmpty();
        assertThat(result.output())
                .contains("quiet-door: left out, because it needs Java 99 or newer, and this is Java " + Runtime.version().feature())
                .contains("0 of 0 exercises are sound. Left out for a newer Java: 1.");
        assertThat(page).content().contains("## quiet-door\n\nNot proven here: left out, because it needs Java 99 or newer.\n");
    }
}
