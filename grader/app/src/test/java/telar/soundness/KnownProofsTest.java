package telar.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.exercise.Catalog;
import telar.exercise.Exercise;

class KnownProofsTest {
    private static final Effort EFFORT = new Effort(List.of(1L), false, false, false);

    @TempDir
    private Path home;

    @Test
    void aProofHoldsUntilSomethingChangesThatItRestsOn() throws IOException {
        Catalog catalog = FixtureKit.sound(home);
        Exercise exercise = catalog.exercises().get(0);
        Proof proof = FixtureKit.prove(catalog, EFFORT);
        SoundnessCard card = new SoundnessCard(proof, home);
        new KnownProofs(home, EFFORT).keep(proof, card);

        assertThat(find(EFFORT, exercise)).contains(new KnownProofs.Known(card.text(), card.markdown()));
        assertThat(find(EFFORT.withLoad(), exercise)).as("another effort").isEmpty();
        for (String file : List.of(
                "exercises/ticket-counter/README.md",
                "exercises/ticket-counter/src/main/java/ticketcounter/TicketCounter.java",
                "solutions/ticket-counter/mutants/no-lock/mutant.properties",
                "solutions/ticket-counter/src/test/java/ticketcounter/TicketCounterChecks.java")) {
            Path path = home.resolve(file);
            String text = Files.readString(path);
            Files.writeString(path, text + " ");
            assertThat(find(EFFORT, exercise)).as(file).isEmpty();
            Files.writeString(path, text);
        }
        Path more = Files.writeString(home.resolve("solutions/ticket-counter/equivalent.properties"), "");
        assertThat(find(EFFORT, exercise)).as("one more file").isEmpty();
        Files.delete(more);
        assertThat(find(EFFORT, exercise)).as("all as it was").isPresent();
    }

    @Test
    void whatIsNotLawfulIsNotKept() {
        Catalog catalog = FixtureKit.sound(home);
        Exercise exercise = catalog.exercises().get(0);
        Proof proof = new Proof(
                exercise, Map.of(Law.POINTS, List.of(new Violation(Law.POINTS, "ticket-counter", "", home, ""))), Optional.empty());

        new KnownProofs(home, EFFORT).keep(proof, new SoundnessCard(proof, home));

        assertThat(find(EFFORT, exercise)).isEmpty();
    }

    private Optional<KnownProofs.Known> find(Effort effort, Exercise exercise) {
        return new KnownProofs(home, effort).find(exercise);
    }
}
