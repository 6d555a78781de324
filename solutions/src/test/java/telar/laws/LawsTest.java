package telar.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import telar.exercise.Catalog;
import telar.exercise.Exercise;
import telar.grading.Settings;
import telar.soundness.Effort;
import telar.soundness.KnownProofs;
import telar.soundness.Law;
import telar.soundness.Proof;
import telar.soundness.Soundness;
import telar.soundness.SoundnessCard;
import telar.soundness.Violation;

/**
 * One container for each exercise of the kit, one test for each law. The same laws as those of {@code ./telar verify}, with no more
 * grading than they need. What was proven before and has not changed since, down to the grader's class files, is not proven again
 * unless {@code -Dtelar.fresh=true} is said; a clean clone knows no proofs.
 */
class LawsTest {
    private static Soundness soundness;
    private static KnownProofs known;

    @AfterAll
    static void endTheJvms() {
        if (soundness != null) {
            soundness.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> everyExerciseObeysTheLaws() {
        Catalog catalog = Catalog.open(home());
        assertThat(catalog.exercises()).isNotEmpty();
        assertThat(catalog.hasSolutions()).isTrue();
        soundness = new Soundness(catalog, Settings.usual(), Effort.ENOUGH, Soundness.Progress.SILENT);
        known = new KnownProofs(catalog.home(), Effort.ENOUGH);
        return catalog.exercises().stream().map(exercise -> examined(exercise, catalog.home()));
    }

    private static DynamicContainer examined(Exercise exercise, Path home) {
        if (exercise.needsNewerJava()) {
            return dynamicContainer(
                    exercise.slug(),
                    Stream.of(dynamicTest("needs Java " + exercise.since(), () -> abort("left out: it needs Java " + exercise.since()))));
        }
        return !Boolean.getBoolean("telar.fresh") && known.find(exercise).isPresent()
                ? knownContainer(exercise)
                : container(exercise, new Once(() -> prove(exercise, home)));
    }

    private static Proof prove(Exercise exercise, Path home) {
        Proof proof = soundness.prove(exercise);
        known.keep(proof, new SoundnessCard(proof, home));
        return proof;
    }

    private static DynamicContainer knownContainer(Exercise exercise) {
        return dynamicContainer(exercise.slug(), Stream.of(dynamicTest("was proven before and has not changed since", () -> {})));
    }

    private static DynamicContainer container(Exercise exercise, Once proof) {
        return dynamicContainer(
                exercise.slug(),
                Stream.of(Law.values())
                        .map(law -> dynamicTest(law.number() + " " + law.sentence(), () -> isObeyed(law, proof.get()))));
    }

    private static void isObeyed(Law law, Proof proof) {
        String name = proof.exercise().slug() + ": law " + law.number();
        List<Violation> violations = proof.findings().get(law);
        if (violations == null) {
            fail(name + " could not be examined: " + words(proof.violations()));
        } else if (!violations.isEmpty()) {
            fail(name + " is broken: " + words(violations));
        }
    }

    private static String words(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.what() + "\n  where: " + violation.where() + "\n  fix:   " + violation.fix())
                .collect(Collectors.joining("\n", "\n", ""));
    }

    /** Maven starts this in solutions/, an IDE maybe elsewhere below the kit. */
    private static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("exercises"))) {
            folder = folder.getParent();
        }
        assertThat(folder).as("a folder above %s that holds exercises/", Path.of("").toAbsolutePath()).isNotNull();
        return folder;
    }

    /** Computes at its first use; one thread runs the tests. */
    private static final class Once implements Supplier<Proof> {
        private final Supplier<Proof> proof;
        private Proof known;

        Once(Supplier<Proof> proof) {
            this.proof = proof;
        }

        @Override
        public Proof get() {
            if (known == null) {
                known = proof.get();
            }
            return known;
        }
    }
}
