package telar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import telar.exercise.Catalog;
import telar.exercise.Exercise;
import telar.exercise.KitException;
import telar.grading.Grading;
import telar.grading.Settings;
import telar.report.Words;
import telar.score.Grade;
import telar.submission.Intake;

/** {@code telar grade}. */
@Command(
        name = "grade",
        description = "Grades the submission in a folder.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:graded",
            "1:below --require",
            "2:the command, the kit or a path is wrong",
            "3:a person must look: some check has no verdict"
        })
final class GradeCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The submission: a clone, its folder exercises/, or one exercise's folder. Default: the kit's own exercises/.")
    private Path folder;

    @Option(names = "--exercise", paramLabel = "SLUG", description = "Only this exercise; may be repeated.")
    private List<String> slugs = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "FORMAT[=FILE]",
            description = "terminal, markdown, json, junit or github; to a file or to standard output; may be repeated. Default: terminal.")
    private List<String> reports = new ArrayList<>();

    @Option(names = "--lang", paramLabel = "en|es", description = "Language of the report. Default: the machine's.")
    private String language;

    @Option(names = "--require", paramLabel = "N", description = "Exit with 1 if fewer than N percent of the points are earned.")
    private Integer require;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the run; recorded in the report. Default: ${DEFAULT-VALUE}.")
    private long seed = Settings.SEED;

    private boolean understood = true;

    @Override
    public Integer call() {
        Words words = Kit.words(Kit.language(language));
        List<ReportTarget> targets =
                (reports.isEmpty() ? List.of("terminal") : reports).stream().map(ReportTarget::parse).toList();
        if (require != null && (require < 0 || require > 100)) {
            throw new KitException("--require " + require + " is not a percentage. Use a whole number from 0 to 100.");
        }
        Catalog catalog = Kit.open();
        List<Exercise> wanted = wanted(catalog);
        Intake intake = new Intake(folder == null ? catalog.home().resolve("exercises") : folder, wanted);
        List<Exercise> expected = slugs.isEmpty() ? intake.expected(wanted) : wanted;

        boolean written = true;
        List<ReportTarget> writable = new ArrayList<>();
        for (ReportTarget target : targets) {
            if (target.obstacle().isPresent()) {
                System.err.println("telar: " + target.obstacle().get() + " Grading goes on; this report goes to standard output.");
                writable.add(new ReportTarget(target.format(), Optional.empty()));
                written = false;
            } else {
                writable.add(target);
            }
        }
        Grade grade =
                new Grading(catalog, Settings.usual().withSeed(seed))
                        .grade(expected, intake, new ProgressLines(expected.size()));
        for (ReportTarget target : writable) {
            written &= target.write(grade, words);
        }
        if (!written || !understood) {
            return Exit.USAGE.code();
        }
        return Exit.of(grade, require == null ? OptionalInt.empty() : OptionalInt.of(require)).code();
    }

    /** In course order. A slug that nobody knows is told at once; the others are graded. */
    private List<Exercise> wanted(Catalog catalog) {
        if (slugs.isEmpty()) {
            return catalog.exercises();
        }
        List<Exercise> known = catalog.exercises().stream().filter(e -> slugs.contains(e.slug())).toList();
        for (String slug : new LinkedHashSet<>(slugs)) {
            try {
                catalog.exercise(slug);
            } catch (KitException e) {
                if (known.isEmpty()) {
                    throw e;
                }
                System.err.println("telar: " + e.getMessage() + " The others are graded.");
                understood = false;
            }
        }
        return known;
    }
}
