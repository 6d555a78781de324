package telar.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import telar.exercise.Catalog;
import telar.exercise.Exercise;
import telar.study.Hints;
import telar.study.StudyLog;

/** {@code telar hint}. */
@Command(name = "hint", description = "Shows a hint for an exercise: one more each time.", mixinStandardHelpOptions = true)
final class HintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", description = "The exercise.")
    private String slug;

    @Option(names = "--restart", description = "Begin again with the first hint.")
    private boolean restart;

    @Option(names = "--lang", paramLabel = "en|es", description = "Language. Default: the machine's.")
    private String language;

    @Override
    public Integer call() {
        String spoken = Kit.language(language);
        Phrases phrases = Phrases.in(spoken);
        Catalog catalog = Kit.open();
        Exercise exercise = catalog.exercise(slug);
        Hints hints = Hints.of(exercise, spoken, StudyLog.of(catalog.home()));
        if (restart) {
            hints.restart();
        }
        Hints.Hint hint = hints.next();
        PrintStream out = new PrintStream(System.out, true, Terminal.charset());
        out.println(phrases.say("hint.number", hint.number(), hint.of()));
        out.println();
        out.println(hint.text());
        out.println();
        out.println(phrases.say(hint.number() < hint.of() ? "hint.more" : "hint.last", slug));
        return Exit.GRADED.code();
    }
}
