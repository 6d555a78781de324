package telar.soundness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.exercise.KitException;
import telar.grading.Grading;
import telar.grading.Selection;
import telar.mutation.Mutation;
import telar.mutation.Mutations;
import telar.score.ExerciseGrade;
import telar.score.Scoring;
import telar.submission.Intake;
import telar.submission.Submission;
import telar.verdict.CheckResult;
import telar.wire.TimeMode;

/** Grades every program of one exercise, as many at a time as there are workers. Used once, by one thread. */
final class Gathering {
    private final Exercise exercise;
    private final Effort effort;
    private final Map<Long, Grading> gradings;
    private final Workers workers;
    private final Soundness.Progress progress;
    private final ApiReader apis = new ApiReader();
    private final AtomicInteger done = new AtomicInteger();
    private int total;

    Gathering(Exercise exercise, Effort effort, Map<Long, Grading> gradings, Workers workers, Soundness.Progress progress) {
        this.exercise = exercise;
        this.effort = effort;
        this.gradings = gradings;
        this.workers = workers;
        this.progress = progress;
    }

    Evidence gather() {
        Program skeleton = Program.skeleton(exercise);
        Program reference = Program.reference(exercise);
        List<Program> accepted = reference.overlaid(exercise, "accepted");
        List<Program> mutants = reference.overlaid(exercise, "mutants");
        List<Mutation> mutations = effort.mutations()
                ? Mutations.of(reference.submission().sources(), Intake.given(exercise), exercise.since())
                : List.of();
        total = 1 + effort.seeds().size() + accepted.size() + mutants.size() + mutations.size();

        List<Callable<Evidence.Trial>> jobs = new ArrayList<>();
        jobs.add(() -> grade(skeleton, effort.firstSeed()));
        effort.seeds().forEach(seed -> jobs.add(() -> grade(reference, seed)));
        accepted.forEach(program -> jobs.add(() -> grade(program, effort.firstSeed())));
        List<Evidence.Trial> trials = workers.all(jobs, List.of());
        List<Check> checks = checks(trials);

        int afterReference = 1 + effort.seeds().size();
        List<Evidence.Mutant> judged = judged(mutants, checks);
        return new Evidence(
                exercise,
                checks,
                trials.get(0),
                trials.subList(1, afterReference),
                trials.subList(afterReference, trials.size()),
                judged,
                underLoad(reference, accepted, checks),
                effort.mutations() ? Optional.of(automatic(mutations, mostDeadlyFirst(judged, checks))) : Optional.empty());
    }

    private static List<Check> checks(List<Evidence.Trial> trials) {
        return trials.stream()
                .map(trial -> trial.grade().results().stream().map(CheckResult::check).toList())
                .filter(checks -> !checks.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Evidence.Trial grade(Program program, long seed) {
        return grade(program, seed, Selection.ALL);
    }

    private Evidence.Trial grade(Program program, long seed, Selection selection) {
        ExerciseGrade grade;
        Set<String> api = Set.of();
        if (program.refused().isEmpty()) {
            grade = gradings.get(seed).grade(exercise, program.submission(), selection);
            api = apis.of(exercise, program.submission());
        } else {
            grade = Scoring.grade(exercise, List.of(), program.refused());
        }
        tell(program.name());
        return new Evidence.Trial(program.name(), program.folder(), seed, grade, api);
    }

    // ---- known mutants

    private List<Evidence.Mutant> judged(List<Program> programs, List<Check> checks) {
        List<Evidence.Mutant> named = mutants(programs, checks, program -> selection(program, checks));
        if (effort.everyCheck() || named.stream().allMatch(Evidence.Mutant::killedAsItSays) && everyCheckKills(named, checks)) {
            return named;
        }
        // Something is wrong, or nobody names some check: then all of them have to be seen.
        total += programs.size();
        return mutants(programs, checks, program -> Selection.ALL);
    }

    private List<Evidence.Mutant> mutants(List<Program> programs, List<Check> checks, Function<Program, Selection> selection) {
        List<Callable<Evidence.Mutant>> jobs = programs.stream()
                .<Callable<Evidence.Mutant>>map(program -> () -> new Evidence.Mutant(
                        manifest(program), grade(program, effort.firstSeed(), selection.apply(program))))
                .toList();
        return workers.all(jobs, checks);
    }

    /** The check that the mutant names, and before it those without which its verdict says nothing. */
    private Selection selection(Program program, List<Check> checks) {
        Map<String, Check> known = checks.stream().collect(Collectors.toMap(Check::id, check -> check));
        Check killer = known.get(manifest(program).killedBy());
        if (effort.everyCheck() || killer == null) {
            return Selection.ALL;
        }
        List<String> ids = new ArrayList<>();
        for (Check check = killer; check != null && !ids.contains(check.id()); check = check.needs().map(known::get).orElse(null)) {
            ids.add(0, check.id());
        }
        return new Selection(ids, false);
    }

    private static MutantManifest manifest(Program program) {
        return MutantManifest.read(program.folder().resolve("mutant.properties"));
    }

    private static boolean everyCheckKills(List<Evidence.Mutant> mutants, List<Check> checks) {
        return checks.stream()
                .filter(check -> !check.visible())
                .allMatch(check -> mutants.stream().anyMatch(mutant -> mutant.manifest().killedBy().equals(check.id())));
    }

    // ---- mutants made automatically

    /** Hidden checks that more mutants name come first, so that a mutation meets its killer early; real time comes last. */
    private static List<Check> mostDeadlyFirst(List<Evidence.Mutant> mutants, List<Check> checks) {
        Comparator<Check> byTime = Comparator.comparing(check -> check.time() == TimeMode.REAL);
        Comparator<Check> byKills = Comparator.comparing(
                check -> -mutants.stream().filter(mutant -> mutant.manifest().killedBy().equals(check.id())).count());
        return checks.stream().filter(check -> !check.visible()).sorted(byTime.thenComparing(byKills)).toList();
    }

    private List<Evidence.Automatic> automatic(List<Mutation> mutations, List<Check> checks) {
        if (checks.isEmpty()) {
            return List.of();
        }
        Selection selection = Selection.untilOneFails(checks.stream().map(Check::id).toList());
        List<Callable<Optional<Evidence.Automatic>>> jobs = mutations.stream()
                .<Callable<Optional<Evidence.Automatic>>>map(mutation -> () -> automatic(mutation, selection))
                .toList();
        return workers.all(jobs, checks).stream().flatMap(Optional::stream).toList();
    }

    /** Empty when it does not compile. */
    private Optional<Evidence.Automatic> automatic(Mutation mutation, Selection selection) {
        Submission submission = new Submission(mutation.id(), mutation.sources());
        ExerciseGrade grade = gradings.get(effort.firstSeed()).grade(exercise, submission, selection);
        tell(mutation.id());
        return grade.problem().isEmpty()
                ? Optional.of(new Evidence.Automatic(
                        mutation, grade.results().stream().filter(result -> Evidence.diagnosis(result).isPresent()).findFirst()))
                : Optional.empty();
    }

    // ---- a busy machine

    private List<Evidence.Trial> underLoad(Program reference, List<Program> accepted, List<Check> checks) {
        if (!effort.underLoad()) {
            return List.of();
        }
        total += 1 + accepted.size();
        List<Callable<Evidence.Trial>> jobs = new ArrayList<>();
        jobs.add(() -> grade(reference.busy(), effort.firstSeed()));
        accepted.forEach(program -> jobs.add(() -> grade(program.busy(), effort.firstSeed())));
        return BusyProcessors.during(() -> workers.all(jobs, checks));
    }

    private void tell(String program) {
        progress.graded(exercise, program, done.incrementAndGet(), total);
    }
}
