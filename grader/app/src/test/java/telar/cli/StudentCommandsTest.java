package telar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The path of a student through a kit of two exercises; the staff's halves are present and must not matter. */
class StudentCommandsTest {
    private static final Path SOLUTION = Path.of("src/test/resources/kit/solutions/turn-counter/src/main/java/turncounter/TurnCounter.java");

    @TempDir
    private Path temporary;

    private FixtureKit kit;
    private Path written;

    @BeforeEach
    void aKit() {
        kit = FixtureKit.in(temporary.resolve("kit"));
        written = kit.home().resolve("exercises/turn-counter/src/main/java/turncounter/TurnCounter.java");
    }

    @Test
    void nextIsTheFirstThatDoesNotPass() throws IOException {
        FixtureKit.Result before = kit.run("next", "--lang=en");
        assertThat(before.exit()).isZero();
        assertThat(before.output())
                .contains("Exercise 1 of 2, unit 1: turn counter")
                .contains("\n  read ").contains("turncounter/*.java")
                .contains("./telar check turn-counter")
                .contains("Done so far: 0 of 2.");

        Files.copy(SOLUTION, written, StandardCopyOption.REPLACE_EXISTING);
        assertThat(kit.run("next", "--lang=es").output()).contains("Ejercicio 2 de 2").contains("Hechos hasta ahora: 1 de 2.");
    }

    @Test
    void checkRunsTheVisibleTestsAndNothingElse() throws IOException {
        FixtureKit.Result wrong = kit.run("check", "turn-counter", "--lang=en");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.output()).doesNotContain("losesNoTurn");

        Files.copy(SOLUTION, written, StandardCopyOption.REPLACE_EXISTING);
        FixtureKit.Result right = kit.run("check", "turn-counter", "--lang=en");
        assertThat(right.exit()).isZero();
        assertThat(right.output()).contains("100/100").contains("The visible tests pass. Go on with: ./telar next");
    }

    @Test
    void checkWithoutANameTakesTheNextExercise() throws IOException {
        Files.copy(SOLUTION, written, StandardCopyOption.REPLACE_EXISTING);

        assertThat(kit.run("check", "--lang=en").output()).contains("quiet-door").doesNotContain("turn-counter");
    }

    @Test
    void hintShowsOneMoreEachTime() throws IOException {
        Files.writeString(kit.home().resolve("exercises/turn-counter/HINTS.md"), "## 1\n\nThink.\n\n## 2\n\nLock.\n");

        assertThat(kit.run("hint", "turn-counter", "--lang=en").output())
                .contains("Hint 1 of 2").contains("Think.").contains("One more: ./telar hint turn-counter").doesNotContain("Lock.");
        assertThat(kit.run("hint", "turn-counter", "--lang=en").output()).contains("Hint 2 of 2").contains("Lock.").contains("That was the last one.");
        assertThat(kit.run("hint", "turn-counter", "--lang=en", "--restart").output()).contains("Hint 1 of 2");
    }

    @Test
    void resetAsksFirst() throws IOException {
        Path skeleton = kit.home().resolve("grader/skeletons/turn-counter/turncounter/TurnCounter.java");
        Files.createDirectories(skeleton.getParent());
        Files.copy(written, skeleton);
        Files.copy(SOLUTION, written, StandardCopyOption.REPLACE_EXISTING);

        assertThat(answering("no\n", "reset", "turn-counter", "--lang=en").output()).contains("[y/N]").contains("Nothing was changed.");
        assertThat(answering("", "reset", "turn-counter", "--lang=en").output()).contains("Nothing was changed.");
        assertThat(written).hasSameTextualContentAs(SOLUTION);

        FixtureKit.Result reset = answering("y\n", "reset", "turn-counter", "--lang=en");
        assertThat(reset.output()).contains("turn-counter is a skeleton again. Your files are in").contains("turn-counter-1");
        assertThat(written).hasSameTextualContentAs(skeleton);
    }

    @Test
    void anUnknownExerciseIsAnsweredWithTheKnownOnes() {
        for (String command : new String[] {"check", "hint", "reset"}) {
            FixtureKit.Result result = kit.run(command, "nowhere", "--lang=en");
            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.errors()).contains("There is no exercise \"nowhere\". Known ones: turn-counter, quiet-door.");
        }
    }

    @Test
    void newWritesBothTwinsAndSaysHowToGoOn() {
        FixtureKit.Result result = kit.run("new", "museum-door", "--title", "Doors", "--title-es", "Puertas");

        assertThat(result.exit()).isZero();
        assertThat(result.output()).contains("./telar verify museum-door").contains("docs/adding-an-exercise.md");
        assertThat(kit.run("list", "--lang=es").output().lines().map(String::strip)).last().asString().endsWith("museum-door   Puertas");
        assertThat(kit.run("new", "museum-door").exit()).isEqualTo(2);
        assertThat(kit.run("new", "other-door", "--unit", "0").errors()).contains("--unit 0 is not a unit");
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Properties english = phrases("");
        Properties spanish = phrases("_es");

        assertThat(spanish.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(fields(spanish.getProperty(key))).as(key).isEqualTo(fields(english.getProperty(key)));
            assertThat(spanish.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
        }
    }

    private static long fields(String text) {
        return Stream.of(text.split("%s", -1)).count();
    }

    private static Properties phrases(String suffix) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Phrases.class.getResourceAsStream("phrases" + suffix + ".properties")) {
            properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private FixtureKit.Result answering(String answer, String... command) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
            return kit.run(command);
        } finally {
            System.setIn(before);
        }
    }
}
