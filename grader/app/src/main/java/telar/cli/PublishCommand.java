package telar.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import telar.publish.PublishException;
import telar.publish.Publisher;

/** {@code telar publish folder}: writes the template that students clone. */
@Command(
        name = "publish",
        description = "Writes the template that students clone: everything except solutions/, with the built grader inside.",
        mixinStandardHelpOptions = true)
public final class PublishCommand implements Callable<Integer> {
    private static final int WRITTEN = 0;
    private static final int USAGE = 2;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<folder>", description = "A new or an empty folder.")
    private Path folder;

    @Option(
            names = "--kit",
            paramLabel = "<folder>",
            description = "The kit to publish; without it the one that the launcher belongs to.")
    private Optional<Path> kit;

    @Override
    public Integer call() {
        try {
            List<String> slugs = Publisher.withRunningGrader(kit.orElseGet(PublishCommand::home)).publish(folder);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Wrote a template with %d exercises to %s.%nPublish it: cd there, git init, git add --all, git commit, and push"
                                    + " it to a repository that is marked as a template.%n",
                            slugs.size(), folder.toAbsolutePath().normalize());
            spec.commandLine().getOut().flush();
            return WRITTEN;
        } catch (PublishException e) {
            spec.commandLine().getErr().println(e.getMessage());
            spec.commandLine().getErr().flush();
            return USAGE;
        }
    }

    private static Path home() {
        return Path.of(Optional.ofNullable(System.getenv("TELAR_HOME")).orElse("."));
    }
}
