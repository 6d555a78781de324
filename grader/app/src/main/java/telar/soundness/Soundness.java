package telar.soundness;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import telar.exercise.Catalog;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.exercise.KitException;
import telar.grading.Grading;
import telar.grading.Settings;
import telar.run.WarmJvms;
import telar.score.ExerciseGrade;
import telar.score.Scoring;
import telar.verdict.CheckResult;

/**
 * Proves the laws: grades the skeleton, the reference, the accepted variants and the mutants of an exercise as if students had
 * handed them in, and asks every law what it makes of that.
 */
public final class Soundness implements AutoCloseable {
    private final Effort effort;
    private final Progress progress;
    private final Map<Long, Grading> gradings;
    private final ApiReader apis = new ApiReader();

    /** For all seeds: a child does not care which it is given. */
    private final WarmJvms jvms;

    /** Told, from any thread, when a program was graded. */
    public interface Progress {
        /** For whoever does not want to know. */
        Progress SILENT = (exercise, trial, done, total) -> {};

        void graded(Exercise exercise, Evidence.Trial trial, int done, int total);
    }

    public Soundness(Catalog catalog, Settings settings, Effort effort, Progress progress) {
        this.effort = effort;
        this.progress = progress;
        this.jvms = new WarmJvms(settings.patience());
        this.gradings = effort.seeds().stream()
                .distinct()
                .collect(Collectors.toMap(seed -> seed, seed -> new Grading(catalog, settings.withSeed(seed), jvms)));
    }

    /** Grades all that there is of one exercise, as many programs at a time as there are processors, and asks the laws. */
    public Proof prove(Exercise exercise) {
        List<Violation> missing = exercise.solution().filter(Files::isDirectory).isPresent() ? List.of() : TwinLaw.check(exercise);
        if (!missing.isEmpty()) {
            return Proof.incomplete(exercise, missing);
        }
        try {
            return Proof.of(gather(exercise));
        } catch (KitException e) {
            List<Violation> violations = new ArrayList<>(TwinLaw.check(exercise));
            violations.add(new Violation(
                    Law.TWINS, exercise.slug(), "Nothing could be graded: " + e.getMessage(), exercise.folder(), "Correct that first."));
            return Proof.incomplete(exercise, violations);
        }
    }

    private Evidence gather(Exercise exercise) {
        Program skeleton = Program.skeleton(exercise);
        Program reference = Program.reference(exercise);
        List<Program> accepted = reference.overlaid(exercise, "accepted");
        List<Program> mutants = reference.overlaid(exercise, "mutants");

        List<Callable<Evidence.Trial>> jobs = new ArrayList<>();
        jobs.add(() -> grade(exercise, skeleton, effort.firstSeed()));
        effort.seeds().forEach(seed -> jobs.add(() -> grade(exercise, reference, seed)));
        accepted.forEach(program -> jobs.add(() -> grade(exercise, program, effort.firstSeed())));
        mutants.forEach(program -> jobs.add(() -> grade(exercise, program, effort.firstSeed())));
        List<Evidence.Trial> trials = inParallel(exercise, jobs);

        int afterReference = 1 + effort.seeds().size();
        int afterAccepted = afterReference + accepted.size();
        List<Evidence.Mutant> judged = trials.subList(afterAccepted, trials.size()).stream()
                .map(trial -> new Evidence.Mutant(MutantManifest.read(trial.folder().resolve("mutant.properties")), trial))
                .toList();
        return new Evidence(
                exercise,
                checks(trials),
                trials.get(0),
                trials.subList(1, afterReference),
                trials.subList(afterReference, afterAccepted),
                judged,
                underLoad(exercise, reference, accepted));
    }

    private List<Evidence.Trial> underLoad(Exercise exercise, Program reference, List<Program> accepted) {
        if (!effort.underLoad()) {
            return List.of();
        }
        List<Callable<Evidence.Trial>> jobs = new ArrayList<>();
        jobs.add(() -> grade(exercise, reference.busy(), effort.firstSeed()));
        accepted.forEach(program -> jobs.add(() -> grade(exercise, program.busy(), effort.firstSeed())));
        return BusyProcessors.during(() -> inParallel(exercise, jobs));
    }

    private Evidence.Trial grade(Exercise exercise, Program program, long seed) {
        ExerciseGrade grade;
        Set<String> api = Set.of();
        if (program.refused().isEmpty()) {
            grade = gradings.get(seed).grade(exercise, program.submission());
            api = apis.of(exercise, program.submission());
        } else {
            grade = Scoring.grade(exercise, List.of(), program.refused());
        }
        return new Evidence.Trial(program.name(), program.folder(), seed, grade, api);
    }

    private static List<Check> checks(List<Evidence.Trial> trials) {
        return trials.stream()
                .map(trial -> trial.grade().results().stream().map(CheckResult::check).toList())
                .filter(checks -> !checks.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Evidence.Trial> inParallel(Exercise exercise, List<Callable<Evidence.Trial>> jobs) {
        AtomicInteger done = new AtomicInteger();
        List<Callable<Evidence.Trial>> told = jobs.stream()
                .<Callable<Evidence.Trial>>map(job -> () -> {
                    Evidence.Trial trial = job.call();
                    progress.graded(exercise, trial, done.incrementAndGet(), jobs.size());
                    return trial;
                })
                .toList();
        ExecutorService processors = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Evidence.Trial> trials = new ArrayList<>();
            for (Future<Evidence.Trial> trial : processors.invokeAll(told)) {
                trials.add(trial.get());
            }
            return trials;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KitException("The proof was interrupted. Start it again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KitException kit) {
                throw kit;
            }
            throw new IllegalStateException("a program could not be graded", e.getCause());
        } finally {
            processors.shutdownNow();
        }
    }

    /** Ends the JVMs in which programs ran. */
    @Override
    public void close() {
        jvms.close();
    }
}
