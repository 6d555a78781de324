package telar.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import telar.exercise.Exercise;
import telar.report.Words;
import telar.score.Grade;
import telar.study.Saves;

/** {@code telar check}. */
@Command(
        name = "check",
        description = "Runs the visible tests of one exercise under the engine, in many interleavings and always the same ones.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the visible tests pass", "1:one of them fails", "2:the command or the kit is wrong", "3:one has no verdict"})
final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "SLUG", description = "The exercise. Default: the next one to do.")
    private String slug;

    @Option(names = "--watch", description = "Check again after each save, until Ctrl+C.")
    private boolean watch;

    @Option(names = "--lang", paramLabel = "en|es", description = "Language. Default: the machine's.")
    private String language;

    @Override
    public Integer call() {
        String spoken = Kit.language(language);
        Phrases phrases = Phrases.in(spoken);
        Words words = Kit.words(spoken);
        Course course = Course.open();
        PrintStream out = new PrintStream(System.out, true, Terminal.charset());
        Optional<Exercise> found = course.exercise(slug);
        if (found.isEmpty()) {
            out.println(phrases.say("next.all", course.position().done()));
            return Exit.GRADED.code();
        }
        Exercise exercise = found.get();
        if (!watch) {
            return check(course, exercise, words, phrases, out).code();
        }
        try (Saves saves = new Saves(exercise)) {
            while (true) {
                check(course, exercise, words, phrases, out);
                out.println(phrases.say("check.watching", exercise.folder().resolve("src")));
                saves.awaitNext();
                out.println(phrases.say("check.again", exercise.slug()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.GRADED.code();
        }
    }

    private static Exit check(Course course, Exercise exercise, Words words, Phrases phrases, PrintStream out) {
        Grade grade = course.check(exercise);
        new ReportTarget("terminal", Optional.empty()).write(grade, words);
        if (grade.needsReview()) {
            return Exit.REVIEW;
        }
        if (exercise.needsNewerJava()) {
            return Exit.GRADED; // the report says so, and nothing is wrong with the code
        }
        if (Course.passes(grade)) {
            out.println(phrases.say("check.passed"));
            return Exit.GRADED;
        }
        return Exit.BELOW;
    }
}
