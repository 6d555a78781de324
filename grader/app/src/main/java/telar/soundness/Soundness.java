package telar.soundness;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import telar.exercise.Catalog;
import telar.exercise.Exercise;
import telar.exercise.KitException;
import telar.grading.Grading;
import telar.grading.Settings;
import telar.run.WarmJvms;

/**
 * Proves the laws: grades the skeleton, the reference, the accepted variants, the mutants and the mutations of an exercise as if
 * students had handed them in, and asks every law what it makes of that. All of these are the kit's own programs, so they share
 * JVMs that stay warm.
 */
public final class Soundness implements AutoCloseable {
    /**
     * The kit's own programs hang only by mistake, and a proof may share the machine with any number of others: so the net is wider
     * than for submissions.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Effort effort;
    private final Progress progress;
    private final Map<Long, Grading> gradings;

    /** Each keeps one child JVM busy. */
    private final Workers workers = new Workers();

    /** For all seeds: a child does not care which it is given. */
    private final WarmJvms jvms;

    private final boolean own;

    /** Told, from any thread, when a program was graded. */
    public interface Progress {
        /** For whoever does not want to know. */
        Progress SILENT = (exercise, program, done, total) -> {};

        void graded(Exercise exercise, String program, int done, int total);
    }

    public Soundness(Catalog catalog, Settings settings, Effort effort, Progress progress) {
        this(catalog, settings, effort, progress, new WarmJvms(PATIENCE), true);
    }

    /** In JVMs that are used for other proofs as well; closing this leaves them alone. */
    Soundness(Catalog catalog, Settings settings, Effort effort, Progress progress, WarmJvms jvms) {
        this(catalog, settings, effort, progress, jvms, false);
    }

    private Soundness(Catalog catalog, Settings settings, Effort effort, Progress progress, WarmJvms jvms, boolean own) {
        this.own = own;
        this.effort = effort;
        this.progress = progress;
        this.jvms = jvms;
        this.gradings = effort.seeds().stream()
                .distinct()
                .collect(Collectors.toMap(seed -> seed, seed -> new Grading(catalog, settings.withSeed(seed), jvms)));
    }

    /** Grades all that there is of one exercise, several programs at a time, and asks the laws. */
    public Proof prove(Exercise exercise) {
        List<Violation> missing = exercise.solution().filter(Files::isDirectory).isPresent() ? List.of() : TwinLaw.check(exercise);
        if (!missing.isEmpty()) {
            return Proof.incomplete(exercise, missing);
        }
        try {
            return Proof.of(new Gathering(exercise, effort, gradings, workers, progress).gather());
        } catch (KitException e) {
            List<Violation> violations = new ArrayList<>(TwinLaw.check(exercise));
            violations.add(new Violation(
                    Law.TWINS, exercise.slug(), "Nothing could be graded: " + e.getMessage(), exercise.folder(), "Correct that first."));
            return Proof.incomplete(exercise, violations);
        }
    }

    /** Ends the JVMs in which programs ran, if they are its own. */
    @Override
    public void close() {
        workers.close();
        if (own) {
            jvms.close();
        }
    }
}
