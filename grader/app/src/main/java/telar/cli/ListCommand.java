package telar.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import telar.exercise.Catalog;
import telar.exercise.Exercise;

/** {@code telar list}. */
@Command(name = "list", description = "Lists the exercises in course order.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Option(names = "--lang", paramLabel = "en|es", description = "Language of the titles. Default: the machine's.")
    private String language;

    @Override
    public Integer call() {
        String spoken = Kit.language(language);
        Phrases phrases = Phrases.in(spoken);
        Catalog catalog = Kit.open();
        PrintStream out = new PrintStream(System.out, true, Terminal.charset());
        int width = catalog.exercises().stream().mapToInt(e -> e.slug().length()).max().orElse(0);
        for (Exercise exercise : catalog.exercises()) {
            out.printf(
                    "%2d.%02d  %-" + width + "s  %s%s%n",
                    exercise.unit(),
                    exercise.order(),
                    exercise.slug(),
                    exercise.titleIn(spoken),
                    exercise.needsNewerJava()
                            ? "  " + phrases.say("list.newer", exercise.since(), Runtime.version().feature())
                            : "");
        }
        return Exit.GRADED.code();
    }
}
