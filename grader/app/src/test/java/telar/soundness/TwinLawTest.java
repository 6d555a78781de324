package telar.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.exercise.Catalog;
import telar.exercise.Exercise;

class TwinLawTest {
    @TempDir
    private Path home;

    @BeforeEach
    void aSoundExercise() {
        FixtureKit.sound(home);
    }

    @Test
    void aSoundExerciseBreaksNothing() {
        assertThat(broken()).isEmpty();
    }

    @Test
    void whatABuildLeavesBehindIsExpected() throws IOException {
        write("exercises/ticket-counter/target/classes/a.class", "");
        write("solutions/ticket-counter/.idea/workspace.xml", "");

        assertThat(broken()).isEmpty();
    }

    @Test
    void namesAMissingAndAnEmptyFile() throws IOException {
        Files.delete(home.resolve("exercises/ticket-counter/HINTS.es.md"));
        write("exercises/ticket-counter/README.es.md", " \n");

        assertThat(broken()).containsExactly("README.es.md: The file is empty.", "HINTS.es.md: The file is missing.");
    }

    @Test
    void namesAFileThatNobodyReads() throws IOException {
        write("solutions/ticket-counter/accepted/Bad Name/ticketcounter/TicketCounter.java", "// A folder whose name is no name.\n");

        assertThat(broken()).containsExactly("TicketCounter.java: Nobody expects this file, so nobody reads it.");
    }

    @Test
    void aReferenceHoldsWhatStudentsEditAndNothingElse() throws IOException {
        write("exercises/ticket-counter/src/main/java/ticketcounter/Given.java", "package ticketcounter;\n");
        write("solutions/ticket-counter/src/main/java/ticketcounter/Given.java", "package ticketcounter;\n");
        Files.delete(home.resolve("solutions/ticket-counter/src/main/java/ticketcounter/TicketCounter.java"));

        assertThat(broken())
                .containsExactly(
                        "Given.java: The reference holds a file that students do not edit.",
                        "TicketCounter.java: The reference lacks a file that students edit.");
    }

    @Test
    void anOverlayHoldsOnlyWhatDiffersAndSaysWhy() throws IOException {
        Path reference = home.resolve("solutions/ticket-counter/src/main/java/ticketcounter/TicketCounter.java");
        write("solutions/ticket-counter/accepted/own-lock/ticketcounter/TicketCounter.java", Files.readString(reference));

        assertThat(broken())
                .containsExactly(
                        "TicketCounter.java: It is the same as in the reference.",
                        "TicketCounter.java: The first line does not say what is special about this program.");
    }

    @Test
    void twoOtherRightWaysAreNeeded() throws IOException {
        Files.delete(home.resolve("solutions/ticket-counter/accepted/atomic/ticketcounter/TicketCounter.java"));
        Files.delete(home.resolve("solutions/ticket-counter/accepted/atomic/ticketcounter"));
        Files.delete(home.resolve("solutions/ticket-counter/accepted/atomic"));

        assertThat(broken()).containsExactly("accepted: accepted/ holds too few programs: 1 of at least 2.");
    }

    @Test
    void anExerciseWithoutATwinIsToldHowToMakeIt() {
        Exercise alone = new Exercise(
                "lonely", "Lonely", "Solo", 1, 1, List.of("lonely/A.java"), 17, List.of(), 100, home.resolve("exercises/lonely"), Optional.empty());

        assertThat(TwinLaw.check(alone)).singleElement().satisfies(violation -> {
            assertThat(violation.where()).isEqualTo(home.resolve("solutions/lonely"));
            assertThat(violation.fix()).contains("exercises/lonely");
        });
    }

    private List<String> broken() {
        return TwinLaw.check(Catalog.open(home).exercises().get(0)).stream()
                .map(violation -> violation.where().getFileName() + ": " + violation.what())
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
