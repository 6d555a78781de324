package telar.cli;

import java.nio.file.Path;
import java.util.List;
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
import telar.score.ExerciseGrade;
import telar.score.Grade;
import telar.submission.Intake;
import telar.submission.IntakeException;

/** {@code telar replay}. */
@Command(name = "replay", description = "Replays one interleaving of one check, step by step.", mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SLUG", description = "The exercise.")
    private String slug;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DIR", description = "The submission. Default: the kit's own exercises/.")
    private Path folder;

    @Option(names = "--check", required = true, paramLabel = "ID", description = "The check, as a report names it.")
    private String check;

    @Option(names = "--schedule", required = true, paramLabel = "S", description = "The schedule, as a report prints it.")
    private String schedule;

    @Option(names = "--lang", paramLabel = "en|es", description = "Language of the report. Default: the machine's.")
    private String language;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the run, as in the report. Default: ${DEFAULT-VALUE}.")
    private long seed = Settings.SEED;

    @Override
    public Integer call() {
        Words words = Kit.words(Kit.language(language));
        Catalog catalog = Kit.open();
        Exercise exercise = catalog.exercise(slug);
        if (!schedule.matches("([^~]{0,2000}~)?(\\d+(x\\d+)?)(\\.\\d+(x\\d+)?)*")) {
            throw new KitException(
                    "\"" + schedule + "\" is not a schedule. Copy the text after --schedule from a report, as in 0x3.1x2.0");
        }
        Intake intake = new Intake(folder == null ? catalog.home().resolve("exercises") : folder, List.of(exercise));
        ExerciseGrade grade;
        try {
            grade =
                    new Grading(catalog, Settings.usual().withSeed(seed))
                            .replay(exercise, intake.take(exercise), check, schedule);
        } catch (IntakeException e) {
            throw new KitException(e.getMessage(), e);
        }
        Grade one =
                new Grade(
                        catalog.hasSolutions() ? Grade.Mode.OFFICIAL : Grade.Mode.SELF_CHECK,
                        intake.origin(),
                        Runtime.version().toString(),
                        Runtime.getRuntime().availableProcessors(),
                        seed,
                        List.of(grade));
        new ReportTarget("terminal", java.util.Optional.empty()).write(one, words);
        return (one.needsReview() ? Exit.REVIEW : Exit.GRADED).code();
    }
}
