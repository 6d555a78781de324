package telar.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import telar.exercise.Catalog;
import telar.exercise.Exercise;
import telar.study.Skeletons;

/** {@code telar reset}. */
@Command(
        name = "reset",
        description = "Puts an exercise back to its skeleton, and keeps a copy of what was written.",
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", description = "The exercise.")
    private String slug;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--lang", paramLabel = "en|es", description = "Language. Default: the machine's.")
    private String language;

    @Override
    public Integer call() {
        Phrases phrases = Phrases.in(Kit.language(language));
        Catalog catalog = Kit.open();
        Exercise exercise = catalog.exercise(slug);
        PrintStream out = new PrintStream(System.out, true, Terminal.charset());
        if (!yes && !agreed(phrases, out)) {
            out.println(phrases.say("reset.left"));
            return Exit.GRADED.code();
        }
        Path kept = new Skeletons(catalog.home()).restore(exercise);
        out.println(phrases.say("reset.done", slug, kept));
        return Exit.GRADED.code();
    }

    /** Whatever is not a yes, the end of the input too, is a no. */
    private boolean agreed(Phrases phrases, PrintStream out) {
        out.print(phrases.say("reset.ask", slug) + " ");
        out.flush();
        Scanner answer = new Scanner(System.in);
        return answer.hasNextLine() && answer.nextLine().strip().equalsIgnoreCase(phrases.say("reset.yes"));
    }
}
