package telar.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import telar.publish.Publisher;

/** {@code telar publish}. */
@Command(
        name = "publish",
        description = "Writes the template that students clone: everything except solutions/, with the built grader inside.",
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "A new or an empty folder.")
    private Path folder;

    @Override
    public Integer call() {
        List<String> slugs = Publisher.withRunningGrader(Kit.open().home()).publish(folder);
        System.out.printf(
                "Wrote a template with %d exercises to %s.%nTo hand it out: git init there, add and commit everything, push it to a"
                        + " repository of its own, and mark that as a template.%n",
                slugs.size(), folder.toAbsolutePath().normalize());
        return Exit.GRADED.code();
    }
}
