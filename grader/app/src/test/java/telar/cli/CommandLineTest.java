package telar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the process says when it ends: exit codes, and messages that tell what is wrong, where, and what to do. */
class CommandLineTest {
    @TempDir private static Path temporary;
    private static FixtureKit kit;
    private static Path clone;

    @BeforeAll
    static void aKit() throws IOException {
        kit = FixtureKit.in(temporary.resolve("kit"));
        clone = FixtureKit.handIn("misses-a-method", temporary.resolve("clone"));
        Files.createDirectory(temporary.resolve("empty"));
        Files.createDirectories(temporary.resolve("stranger/src/main/java/other"));
        Files.writeString(temporary.resolve("file"), "");
    }

    static Stream<Arguments> wrongCommands() {
        return Stream.of(
                Arguments.of("grade CLONE --exercise nowhere", "There is no exercise \"nowhere\". Known ones: turn-counter, quiet-door. See them with: telar list"),
                Arguments.of("grade TMP/stranger", "/stranger holds no submission"),
                Arguments.of("grade TMP/empty", "Name the folder of a clone, or its folder exercises/."),
                Arguments.of("grade TMP/none", "/none. Name the folder that holds the submission."),
                Arguments.of("grade TMP/file", "/file is a file. Name the folder that holds the submission."),
                Arguments.of("grade CLONE --report yaml", "There is no report format \"yaml\". Use --report with one of: github, json, junit, markdown, terminal"),
                Arguments.of("grade CLONE --report json=", "--report json= names no file after the = sign."),
                Arguments.of("grade CLONE --require 101", "--require 101 is not a percentage. Use a whole number from 0 to 100."),
                Arguments.of("grade CLONE --require -1", "--require -1 is not a percentage."),
                Arguments.of("grade CLONE --require most", "'most' is not an int"),
                Arguments.of("grade CLONE --lang de", "\"de\" is not a language of the kit. Use --lang en or --lang es."),
                Arguments.of("replay turn-counter CLONE --check countsUp --schedule x;y", "\"x;y\" is not a schedule. Copy the text after --schedule from a report"),
                Arguments.of("weave", "Unmatched argument at index 0: 'weave'"),
                Arguments.of("grade --sede 4", "Unknown option"));
    }

    @ParameterizedTest
    @MethodSource("wrongCommands")
    void aWrongCommandEndsWithTwoAndSaysWhatToDo(String command, String words) {
        FixtureKit.Result result = run(command);

        assertThat(result.errors()).contains(words).doesNotContain("\tat ");
        assertThat(result.output()).isEmpty();
        assertThat(result.exit()).isEqualTo(2);
    }

    @Test
    void aReportThatCannotBeWrittenGoesToStandardOutput() {
        FixtureKit.Result result = run("grade CLONE --exercise quiet-door --report json=TMP/file/grade.json");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.errors())
                .contains("the report json cannot be written to " + temporary.resolve("file/grade.json"))
                .contains("Choose another place with --report json=FILE.")
                .contains("this report goes to standard output");
        assertThat(result.output()).startsWith("{").contains("\"slug\" : \"quiet-door\"");
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "51, 1", "0, 0"})
    void requireAsksForPercentOfThePoints(int percent, int exit) {
        // One of the two exercises does not fit its checks, the other is right: 100 of 200.
        assertThat(run("grade CLONE --report json --require " + percent).exit()).isEqualTo(exit);
    }

    @Test
    void anExerciseThatIsAskedForAndNotHandedInCountsAsMissing() {
        FixtureKit.Result result = run("grade CLONE/exercises/quiet-door --exercise turn-counter --exercise quiet-door --report json --require 51");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("Restore it from the course's template.");
    }

    @Test
    void anExerciseThatIsMissingFromACloneCounts() throws IOException {
        Path half = FixtureKit.handIn("misses-a-folder", temporary.resolve("half"));

        FixtureKit.Result result = kit.run("grade", half.toString(), "--report", "json", "--require", "51");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("There is no folder turn-counter/src/main/java");
    }

    @Test
    void anExercisesOwnFolderStandsForItAlone() {
        FixtureKit.Result result = run("grade CLONE/exercises/quiet-door --report json --require 100");

        assertThat(result.exit()).isZero();
        assertThat(result.output()).doesNotContain("turn-counter");
    }

    @Test
    void anUnknownSlugCostsOnlyItself() {
        FixtureKit.Result result = run("grade CLONE --exercise quiet-doer --exercise quiet-door --report json");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.errors()).contains("There is no exercise \"quiet-doer\". Known ones: turn-counter, quiet-door.").contains("The others are graded.");
        assertThat(result.output()).contains("\"earned\" : 100");
    }

    @Test
    void aFailureIsReplayedFromWhatTheReportPrints() throws IOException {
        Path racy = FixtureKit.handIn("races", temporary.resolve("racy"));
        String check = "losesNoTurn";
        String grade = kit.run("grade", racy.toString(), "--exercise", "turn-counter", "--report", "json").output();
        String schedule = "";
        for (JsonNode found : new ObjectMapper().readTree(grade).at("/exercises/0/checks")) {
            schedule = found.at("/id").asText().equals(check) ? found.at("/counterexample/schedule").asText() : schedule;
        }

        FixtureKit.Result result = kit.run("replay", "turn-counter", racy.toString(), "--check", check, "--schedule", schedule, "--lang=en");

        assertThat(schedule).isNotEmpty();
        assertThat(result.exit()).isZero();
        assertThat(result.output()).contains("Data race").contains("TurnCounter.java:");
    }

    @Test
    void anUnknownCheckIsAnsweredWithTheKnownOnes() throws IOException {
        Path right = FixtureKit.handIn("is-right", temporary.resolve("right"));

        FixtureKit.Result result = kit.run("replay", "turn-counter", right.toString(), "--check", "nothing", "--schedule", "0x2");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.errors()).contains("turn-counter has no check \"nothing\". It has: startsAtOne, countsUp, losesNoTurn, letsOneAskWhileOneTurns");
    }

    @Test
    void listsTheExercisesInCourseOrder() {
        assertThat(run("list --lang=en").output().lines().map(String::strip)).containsExactly("1.01  turn-counter  turn counter", "1.02  quiet-door    quiet door");
    }

    @Test
    void withoutACommandItShowsHowItIsUsed() {
        FixtureKit.Result result = kit.run();

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.output()).contains("Usage: telar");
    }

    private static FixtureKit.Result run(String command) {
        return kit.run(
                Stream.of(command.split(" ")).map(word -> word.replace("CLONE", clone.toString()).replace("TMP", temporary.toString())).toArray(String[]::new));
    }
}
