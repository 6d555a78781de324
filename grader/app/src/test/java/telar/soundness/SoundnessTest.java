package telar.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import telar.exercise.Catalog;

/** Whole proofs of tiny kits: every program is compiled, run in a child JVM and judged. */
class SoundnessTest {
    private static final Effort LITTLE = new Effort(List.of(1L), false, false, true);

    @TempDir
    private Path folder;

    @Test
    void aSoundExerciseObeysEveryLawOnABusyMachineToo() {
        Catalog catalog = FixtureKit.sound(folder);

        Proof proof = FixtureKit.prove(catalog, new Effort(List.of(1L, 2L), true, true, true));

        assertThat(proof.violations()).isEmpty();
        assertThat(proof.findings()).containsOnlyKeys(Law.values());
        assertThat(proof.lawful()).isTrue();
        assertThat(proof.evidence().orElseThrow().underLoad()).hasSize(3);
        assertThat(new SoundnessCard(proof, catalog.home()).text())
                .startsWith("ticket-counter: sound\n  ✔  1  Both twins exist")
                .contains("mutants   2/2 killed by the check they name, with the diagnosis they name")
                .contains("no-lock     noTwoTicketsAreEqual: DATA_RACE")
                .contains("automatic 1/1 killed, 0 equivalent, 0 survive")
                .contains("drop-synchronized@TicketCounter.next  noTwoTicketsAreEqual: DATA_RACE");
        assertThat(new SoundnessCard(proof, catalog.home()).markdown())
                .contains("| `no-lock` | `noTwoTicketsAreEqual` | DATA_RACE | Read, add and write are three steps. |")
                .contains("| `drop-synchronized@TicketCounter.next` | 6 | `synchronized` → `` | noTwoTicketsAreEqual | DATA_RACE |");
    }

    @Test
    void aMutantThatNobodyCanTellFromTheReferenceIsListedWithItsReason() {
        Catalog catalog = FixtureKit.broken("sound-with-an-equivalent-mutant", folder);

        Proof proof = FixtureKit.prove(catalog, LITTLE);

        assertThat(proof.violations()).isEmpty();
        assertThat(new SoundnessCard(proof, catalog.home()).text())
                .contains("automatic 1/2 killed, 1 equivalent, 0 survive")
                .contains("drop-volatile@TicketCounter.last      equivalent: Whoever touches the field holds the lock");
    }

    @Test
    void withoutMutationsLawNineIsNotExamined() {
        Catalog catalog = FixtureKit.broken("law-9-a-mutant-survives-without-a-reason", folder);

        Proof proof = FixtureKit.prove(catalog, LITTLE.withoutMutations());

        assertThat(proof.findings()).doesNotContainKey(Law.MUTATIONS_DIE);
        assertThat(new SoundnessCard(proof, catalog.home()).text()).contains("  ?  9  Mutants made automatically");
    }

    @TestFactory
    Stream<DynamicTest> aBrokenExerciseBreaksTheLawItIsNamedAfter() throws IOException {
        List<String> broken = FixtureKit.broken();
        assertThat(broken).hasSizeGreaterThan(8);
        return broken.stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            Effort effort = name.startsWith("law-9-") ? LITTLE : LITTLE.withoutMutations();
            Proof proof = FixtureKit.prove(FixtureKit.broken(name, folder.resolve(name)), effort);

            assertThat(proof.violations().stream().map(violation -> violation.law().number()))
                    .as("%s", proof.violations())
                    .isNotEmpty()
                    .containsOnly(Integer.valueOf(name.split("-")[1]));
        }));
    }
}
