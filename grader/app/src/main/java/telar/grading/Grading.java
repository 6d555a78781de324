package telar.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import telar.compile.ClassNames;
import telar.compile.Compilation;
import telar.compile.PublicApi;
import telar.compile.SourceCompiler;
import telar.exercise.Catalog;
import telar.exercise.Check;
import telar.exercise.DeclaredChecks;
import telar.exercise.Exercise;
import telar.exercise.KitException;
import telar.run.ChildClassPath;
import telar.run.ForkedJvm;
import telar.run.HeadStart;
import telar.run.IsolatedJvm;
import telar.run.Outcome;
import telar.score.ExerciseGrade;
import telar.score.Grade;
import telar.score.Scoring;
import telar.submission.Intake;
import telar.submission.IntakeException;
import telar.submission.Submission;
import telar.verdict.CheckResult;
import telar.verdict.Evidence;
import telar.verdict.Judge;
import telar.verdict.Verdict;

/**
 * One grading run, a straight line: take the declared sources, compile them, compare their public API with the reference's, run
 * the checks in a child JVM, judge what it saw, add up the points. Thread-safe.
 */
public final class Grading {
    private static final int FULL = 100;

    /** From so many exercises on it is worth the few seconds that it takes to make one, if there is none yet. */
    private static final int WORTH_A_HEAD_START = 10;

    private final Catalog catalog;
    private final Settings settings;
    private final SourceCompiler compiler = new SourceCompiler();
    private final TrustedClasses trusted;
    private final IsolatedJvm jvm;
    private final Optional<HeadStart> headStart;

    /** Told, from any thread, when an exercise begins and ends. */
    public interface Progress {
        void begins(Exercise exercise);

        void ends(ExerciseGrade grade);
    }

    /** Grades in a fresh JVM for each exercise. */
    public Grading(Catalog catalog, Settings settings) {
        this(catalog, settings, new HeadStart(TrustedClasses.cache(catalog.home())));
    }

    private Grading(Catalog catalog, Settings settings, HeadStart headStart) {
        this(catalog, settings, new ForkedJvm(settings.patience(), headStart), Optional.of(headStart));
    }

    /** @param jvm where checks run; submissions of students need one that starts afresh for each of them */
    public Grading(Catalog catalog, Settings settings, IsolatedJvm jvm) {
        this(catalog, settings, jvm, Optional.empty());
    }

    private Grading(Catalog catalog, Settings settings, IsolatedJvm jvm, Optional<HeadStart> headStart) {
        this.catalog = catalog;
        this.settings = settings;
        this.jvm = jvm;
        this.headStart = headStart;
        this.trusted = new TrustedClasses(catalog.home(), compiler);
    }

    /** Grades everything that a folder hands in of the given exercises. */
    public Grade grade(List<Exercise> exercises, Intake intake, Progress progress) {
        if (exercises.size() >= WORTH_A_HEAD_START) {
            headStart.ifPresent(HeadStart::make);
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(settings.parallelism(), exercises.size())));
        try {
            List<Future<ExerciseGrade>> futures = new ArrayList<>();
            for (Exercise exercise : exercises) {
                futures.add(
                        pool.submit(
                                () -> {
                                    progress.begins(exercise);
                                    ExerciseGrade grade = grade(exercise, intake);
                                    progress.ends(grade);
                                    return grade;
                                }));
            }
            List<ExerciseGrade> grades = new ArrayList<>();
            for (Future<ExerciseGrade> future : futures) {
                grades.add(future.get());
            }
            return new Grade(
                    catalog.hasSolutions() ? Grade.Mode.OFFICIAL : Grade.Mode.SELF_CHECK,
                    intake.origin(),
                    Runtime.version().toString(),
                    Runtime.getRuntime().availableProcessors(),
                    settings.seed(),
                    grades);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KitException("Grading was interrupted; nothing was stored. Run the same command again.", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private ExerciseGrade grade(Exercise exercise, Intake intake) {
        if (exercise.needsNewerJava()) { // whatever is handed in of it, if anything
            return leftOut(exercise);
        }
        try {
            return grade(exercise, intake.take(exercise));
        } catch (IntakeException e) {
            return refused(exercise, e.getMessage());
        } catch (KitException e) {
            throw e;
        } catch (RuntimeException e) {
            // A fault of the grader in one exercise must not cost the others their grade.
            return settled(exercise, new Evidence.NotStarted("something went wrong inside the grader: " + e), "");
        }
    }

    /** Grades one submission of one exercise. */
    public ExerciseGrade grade(Exercise exercise, Submission submission) {
        return grade(exercise, submission, Selection.ALL);
    }

    /**
     * Grades one submission of one exercise by some of its checks. Points of the others are not earned.
     *
     * @throws KitException if the exercise has no such check
     */
    public ExerciseGrade grade(Exercise exercise, Submission submission, Selection selection) {
        return grade(exercise, submission, selection, "");
    }

    /**
     * Replays one schedule of one check.
     *
     * @throws KitException if the exercise has no such check
     */
    public ExerciseGrade replay(Exercise exercise, Submission submission, String checkId, String schedule) {
        return grade(exercise, submission, Selection.of(checkId), schedule);
    }

    private ExerciseGrade grade(Exercise exercise, Submission submission, Selection selection, String replay) {
        if (exercise.needsNewerJava()) {
            return leftOut(exercise);
        }
        Path work = null;
        try {
            work = Files.createTempDirectory("telar-grading");
            TrustedClasses.Trusted kit = trusted.of(exercise);
            Map<String, String> sources = new TreeMap<>(submission.sources());
            sources.putAll(Intake.given(exercise));
            Compilation compilation = compiler.compile(sources, List.of(), exercise.since(), work.resolve("submission"));
            if (compilation instanceof Compilation.Refused refused) {
                return refused(exercise, refused.messages() + leftOut(submission));
            }
            Path classes = ((Compilation.Compiled) compilation).classes();
            List<String> strangers = ClassNames.outside(exercise.packageName(), classes);
            if (!strangers.isEmpty()) {
                return refused(
                        exercise,
                        "Classes outside the package " + exercise.packageName() + ": " + String.join(", ", strangers)
                                + ". Begin every file with: package " + exercise.packageName() + ";");
            }
            Path visible;
            if (kit.reference().isPresent()) {
                List<String> missing = PublicApi.of(kit.reference().get()).missingIn(PublicApi.of(classes));
                if (!missing.isEmpty()) {
                    return refused(exercise, missing(missing));
                }
                visible = kit.visible().orElseThrow();
            } else {
                Compilation tests = visibleTests(exercise, classes, work.resolve("visible"));
                if (tests instanceof Compilation.Refused refused) {
                    return refused(
                            exercise,
                            "The tests do not fit the code: a class or method that the skeleton declares has changed.\n"
                                    + refused.messages());
                }
                visible = ((Compilation.Compiled) tests).classes();
            }
            List<Path> folders = new ArrayList<>(List.of(visible));
            kit.hidden().ifPresent(folders::add);
            List<CheckResult> results = new ArrayList<>();
            for (List<Check> checks : selection.batches(exercise, checks(exercise, visible, kit.hidden()))) {
                Map<String, Outcome> outcomes = jvm.run(classes, folders, checks, settings.seed(), replay);
                checks.forEach(check -> results.add(Judge.judge(check, evidence(outcomes.get(check.id())))));
                if (selection.isSettledBy(results)) {
                    break;
                }
            }
            return Scoring.grade(exercise, withoutNeedy(results), "");
        } catch (IOException e) {
            throw new KitException("No temporary folder can be used: " + e.getMessage(), e);
        } finally {
            delete(work);
        }
    }

    /** What needs a check that did not pass, or was skipped itself, is skipped: it could mean anything. */
    static List<CheckResult> withoutNeedy(List<CheckResult> results) {
        Map<String, CheckResult> run = results.stream().collect(Collectors.toMap(r -> r.check().id(), r -> r));
        return results.stream()
                .map(
                        result ->
                                result.check().needs()
                                        .filter(id -> run.containsKey(id) && !mayBeNeeded(id, run))
                                        .map(id -> Judge.judge(result.check(), new Evidence.DependencyFailed(id)))
                                        .orElse(result))
                .toList();
    }

    /** Whether a check has passed, and so has whatever it needs itself. */
    private static boolean mayBeNeeded(String id, Map<String, CheckResult> run) {
        Set<String> met = new HashSet<>(); // a kit whose checks need each other in a ring is refused elsewhere, but ends here too
        for (String next = id; next != null && run.containsKey(next) && met.add(next); next = run.get(next).check().needs().orElse(null)) {
            if (!(run.get(next).verdict() instanceof Verdict.Passed)) {
                return false;
            }
        }
        return true;
    }

    private static String missing(List<String> members) {
        return "The checks need what the skeleton declares, and this is missing or has changed:\n  "
                + String.join("\n  ", members)
                + "\nRestore the names, parameters and types of the skeleton.";
    }

    private Compilation visibleTests(Exercise exercise, Path classes, Path into) {
        List<Path> classPath = new ArrayList<>(List.of(classes));
        classPath.addAll(ChildClassPath.entries());
        return compiler.compile(TrustedClasses.visibleTests(exercise), classPath, exercise.since(), into);
    }

    private static String leftOut(Submission submission) {
        return submission.leftOut().isEmpty()
                ? ""
                : "\nNot handed in, so the compiler does not see it: " + String.join(", ", submission.leftOut())
                        + ". Only these files are: " + String.join(", ", new TreeMap<>(submission.sources()).keySet())
                        + ". Put everything into them.";
    }

    private static ExerciseGrade leftOut(Exercise exercise) {
        return Scoring.leftOut(
                exercise,
                "Not graded: it needs Java " + exercise.since() + ", and this is Java " + Runtime.version().feature()
                        + ". Point JAVA_HOME at a newer JDK and start telar again.");
    }

    /** Every check fails for the same reason: nothing could be run. */
    private ExerciseGrade refused(Exercise exercise, String why) {
        return settled(exercise, new Evidence.NotCompiled(why), why);
    }

    /** The same evidence for every check. */
    private ExerciseGrade settled(Exercise exercise, Evidence evidence, String problem) {
        TrustedClasses.Trusted kit = trusted.of(exercise);
        List<CheckResult> results =
                kit.visible().isEmpty()
                        ? List.of()
                        : checks(exercise, kit.visible().get(), kit.hidden()).stream()
                                .map(check -> Judge.judge(check, evidence))
                                .toList();
        return Scoring.grade(exercise, results, problem);
    }

    /** With hidden checks, visible tests carry no points; without them they share all. */
    private static List<Check> checks(Exercise exercise, Path visible, Optional<Path> hidden) {
        List<Check> checks = DeclaredChecks.in(exercise, List.of(visible), hidden.stream().toList());
        if (hidden.isPresent() || checks.isEmpty()) {
            return checks;
        }
        List<Check> shared = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            int points = FULL / checks.size() + (i < FULL % checks.size() ? 1 : 0);
            shared.add(
                    new Check(
                            check.id(), check.className(), check.property(), points, true, check.time(), check.schedules(), check.expects(), check.needs()));
        }
        return shared;
    }

    private static Evidence evidence(Outcome outcome) {
        if (outcome instanceof Outcome.Observed observed) {
            return new Evidence.Observed(observed.observation());
        } else if (outcome instanceof Outcome.Died died) {
            return new Evidence.Died(died.how());
        } else if (outcome instanceof Outcome.Tampered tampered) {
            return new Evidence.Tampered(tampered.how());
        } else if (outcome instanceof Outcome.Hung hung) {
            return new Evidence.Hung(hung.limit(), hung.where());
        } else if (outcome instanceof Outcome.Unfit unfit) {
            return new Evidence.Unfit(unfit.reason());
        }
        return new Evidence.NotStarted(((Outcome.NotStarted) outcome).reason());
    }

    static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Left to the system's own cleaning of temporary folders.
        }
    }
}
