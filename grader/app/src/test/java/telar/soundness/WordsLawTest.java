package telar.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.score.Scoring;
import telar.wire.Property;
import telar.wire.TimeMode;

class WordsLawTest {
    private static final String HIDDEN = "solutions/ticket-counter/src/test/resources/ticketcounter/";
    private static final String MUTANT = "solutions/ticket-counter/mutants/no-lock/mutant.properties";

    @TempDir
    private Path home;

    private Exercise exercise;

    @BeforeEach
    void aSoundExercise() {
        exercise = FixtureKit.sound(home).exercises().get(0);
    }

    @Test
    void aSoundExerciseBreaksNothing() {
        assertThat(broken()).isEmpty();
    }

    @Test
    void namesAWordThatIsMissingInOneLanguage() throws IOException {
        replace(HIDDEN + "feedback_es.properties", "noTwoTicketsAreEqual.hint=Una pista\n", "");

        assertThat(broken()).containsExactly("feedback_es.properties: The key \"noTwoTicketsAreEqual.hint\" is missing.");
    }

    @Test
    void namesWordsOfACheckThatDoesNotExist() throws IOException {
        replace(HIDDEN + "feedback.properties", "noTwoTicketsAreEqual.why", "noTwoTicketsAreEven.why");

        assertThat(broken())
                .containsExactly(
                        "feedback.properties: The key \"noTwoTicketsAreEqual.why\" is missing.",
                        "feedback.properties: The key \"noTwoTicketsAreEven.why\" is unknown.");
    }

    @Test
    void countsHintsInBothLanguages() throws IOException {
        replace("exercises/ticket-counter/HINTS.es.md", "## 1", "1");

        assertThat(broken()).containsExactly("HINTS.es.md: The numbers of hints differ: 1 in English, 0 in Spanish.");
    }

    @Test
    void namesWhatAMutantDoesNotSay() throws IOException {
        replace(MUTANT, "lesson.es", "leccion");

        assertThat(broken())
                .containsExactly(
                        "mutant.properties: The key \"lesson.es\" is missing.", "mutant.properties: The key \"leccion\" is unknown.");
    }

    @Test
    void namesAnUnknownKillerAndAnUnknownDiagnosis() throws IOException {
        replace(MUTANT, "noTwoTicketsAreEqual", "theFirstTicketIsNumberOne");
        replace(MUTANT, "DATA_RACE", "RACE");

        assertThat(broken())
                .containsExactly(
                        "mutant.properties: \"killedBy\" names no hidden check: theFirstTicketIsNumberOne.",
                        "mutant.properties: \"diagnosis\" names no diagnosis: RACE.");
    }

    private List<String> broken() {
        Path folder = exercise.solution().orElseThrow().resolve("mutants/no-lock");
        Evidence.Trial trial =
                new Evidence.Trial("a program", folder, 1, Scoring.grade(exercise, List.of(), "not graded here"), Set.of());
        Evidence evidence = new Evidence(
                exercise,
                List.of(
                        check("theFirstTicketIsNumberOne", true),
                        check("ticketsAreNumbered", false),
                        check("noTwoTicketsAreEqual", false)),
                trial,
                List.of(trial),
                List.of(),
                List.of(new Evidence.Mutant(MutantManifest.read(folder.resolve("mutant.properties")), trial)),
                List.of(),
                Optional.empty());
        return WordsLaw.check(evidence).stream()
                .map(violation -> violation.where().getFileName() + ": " + violation.what())
                .toList();
    }

    private static Check check(String id, boolean visible) {
        return new Check(id, "ticketcounter.Checks", Optional.of(Property.SAFETY), visible ? 0 : 50, visible, TimeMode.IDEAL, 300);
    }

    private void replace(String file, String old, String with) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, with));
    }
}
