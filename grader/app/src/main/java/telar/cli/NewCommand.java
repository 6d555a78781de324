package telar.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import telar.exercise.Catalog;
import telar.exercise.KitException;
import telar.scaffold.Scaffold;

/** {@code telar new}. */
@Command(
        name = "new",
        description = "Writes a new exercise to begin from: both twins, complete and sound.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", description = "Its name: lower-case words joined by hyphens, as in quiet-door.")
    private String slug;

    @Option(names = "--title", paramLabel = "TEXT", description = "Its title in English. Default: made from the slug.")
    private String title;

    @Option(names = "--title-es", paramLabel = "TEXT", description = "Its title in Spanish. Default: the English one.")
    private String titleEs;

    @Option(names = "--unit", paramLabel = "N", description = "The unit of the course that it ends. Default: the last one.")
    private Integer unit;

    @Override
    public Integer call() {
        if (unit != null && (unit < 1 || unit > 99)) {
            throw new KitException("--unit " + unit + " is not a unit. Use a whole number from 1 to 99.");
        }
        Catalog catalog = Kit.open();
        List<Path> folders =
                new Scaffold(catalog)
                        .write(slug, Optional.ofNullable(title), Optional.ofNullable(titleEs), Optional.ofNullable(unit));
        System.out.println("Wrote a sound exercise about a turnstile; make it yours, a step at a time:");
        folders.forEach(folder -> System.out.println("  " + catalog.home().relativize(folder)));
        System.out.println("Prove it at any time: ./telar verify " + slug);
        System.out.println("How to go on: docs/adding-an-exercise.md");
        return Exit.GRADED.code();
    }
}
