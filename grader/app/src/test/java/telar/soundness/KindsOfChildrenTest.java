package telar.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.exercise.Catalog;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.grading.Grading;
import telar.grading.Settings;
import telar.run.ForkedJvm;
import telar.run.HeadStart;
import telar.run.IsolatedJvm;
import telar.run.Outcome;
import telar.run.WarmJvms;
import telar.wire.TimeMode;

/**
 * What a child JVM that has run other programs before says of a program, and what one says that has a head start, is what says one that
 * begins with nothing: verdict, number of runs, fingerprint, counterexample, every step of it.
 */
class KindsOfChildrenTest {
    @TempDir
    private Path folder;

    private final List<String> compared = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private String graded = "";

    @Test
    void allOfThemSeeTheSame() {
        // Another kit can be named, to compare on real exercises: that takes some minutes.
        String kit = System.getProperty("telar.compared.kit", "");
        Catalog catalog = kit.isEmpty() ? FixtureKit.sound(folder) : Catalog.open(Path.of(kit));
        HeadStart headStart = new HeadStart(folder.resolve("cache"));
        assertThat(headStart.make()).as("whether there is a head start").isTrue();
        try (WarmJvms warm = new WarmJvms(Settings.usual().patience())) {
            Map<String, IsolatedJvm> others = Map.of("used", warm, "with a head start", new ForkedJvm(Settings.usual().patience(), headStart));
            Grading grading = new Grading(catalog, Settings.usual(), comparing(others));
            for (Exercise exercise : catalog.exercises()) {
                List<Program> programs = programs(exercise);
                programs.forEach(program -> compare(exercise, program, grading));
                // The other way round, so that each of them has had others before it.
                Collections.reverse(programs);
                programs.forEach(program -> compare(exercise, program, grading));
            }
        }
        assertThat(compared).hasSizeGreaterThan(40);
        assertThat(differences).isEmpty();
    }

    private void compare(Exercise exercise, Program program, Grading grading) {
        graded = exercise.slug() + " " + program.name();
        grading.grade(exercise, program.submission());
    }

    private static List<Program> programs(Exercise exercise) {
        Program reference = Program.reference(exercise);
        return new ArrayList<>(Stream.of(
                        Stream.of(Program.skeleton(exercise), reference),
                        reference.overlaid(exercise, "accepted").stream(),
                        reference.overlaid(exercise, "mutants").stream())
                .flatMap(programs -> programs)
                .toList());
    }

    private IsolatedJvm comparing(Map<String, IsolatedJvm> others) {
        IsolatedJvm fresh = new ForkedJvm(Settings.usual().patience());
        return (submission, folders, checks, seed, replay) -> {
            List<Check> virtual = checks.stream().filter(check -> check.time() != TimeMode.REAL).toList();
            Map<String, Outcome> unused = fresh.run(submission, folders, checks, seed, replay);
            others.forEach((kind, jvm) -> {
                Map<String, Outcome> seen = jvm.run(submission, folders, virtual, seed, replay);
                for (Check check : virtual) {
                    compared.add(check.id());
                    if (!seen.get(check.id()).equals(unused.get(check.id()))) {
                        differences.add(graded + "\n  fresh: " + unused.get(check.id()) + "\n  " + kind + ": " + seen.get(check.id()));
                    }
                }
            });
            return unused;
        };
    }
}
