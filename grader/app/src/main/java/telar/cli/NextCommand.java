package telar.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import telar.exercise.Exercise;

/** {@code telar next}. */
@Command(
        name = "next",
        description = "Says which exercise is next: the first one whose visible tests do not pass yet.",
        mixinStandardHelpOptions = true)
final class NextCommand implements Callable<Integer> {
    @Option(names = "--lang", paramLabel = "en|es", description = "Language. Default: the machine's.")
    private String language;

    @Override
    public Integer call() {
        String spoken = Kit.language(language);
        Phrases phrases = Phrases.in(spoken);
        Course course = Course.open();
        PrintStream out = new PrintStream(System.out, true, Terminal.charset());
        Course.Position position = course.position();
        List<Exercise> all = course.catalog().exercises();
        position.needNewerJava()
                .forEach(e -> out.println(phrases.say("next.newer", e.slug(), e.since(), Runtime.version().feature())));
        if (position.next().isEmpty()) {
            out.println(phrases.say("next.all", position.done()));
            return Exit.GRADED.code();
        }
        Exercise exercise = position.next().get();
        Path folder = course.catalog().home().relativize(exercise.folder());
        out.println(
                phrases.say("next.exercise", all.indexOf(exercise) + 1, all.size(), exercise.unit(), exercise.titleIn(spoken)));
        out.println("  " + phrases.say("next.read", folder.resolve(spoken.equals("es") ? "README.es.md" : "README.md")));
        String editable =
                exercise.editable().stream().map(file -> folder.resolve("src/main/java") + "/" + file).collect(Collectors.joining(", "));
        out.println("  " + phrases.say("next.write", editable));
        out.println("  " + phrases.say("next.try", exercise.slug()));
        out.println("  " + phrases.say("next.stuck", exercise.slug()));
        out.println(phrases.say("next.done", position.done(), all.size()));
        return Exit.GRADED.code();
    }
}
