package telar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import telar.exercise.KitException;

/** The command {@code telar}. */
@Command(
        name = "telar",
        description = "Grades exercises in Java concurrency.",
        mixinStandardHelpOptions = true,
        version = "Telar 0.1.0",
        subcommands = {
            ListCommand.class,
            NextCommand.class,
            CheckCommand.class,
            HintCommand.class,
            ResetCommand.class,
            GradeCommand.class,
            ReplayCommand.class,
            NewCommand.class,
            VerifyCommand.class,
            PublishCommand.class
        })
public final class Main implements Callable<Integer> {

    /** Starts the grader and ends the JVM with an {@link Exit} code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain)
                .execute(args);
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.out);
        return Exit.USAGE.code();
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult result) throws Exception {
        if (e instanceof KitException) {
            System.err.println("telar: " + e.getMessage());
            return Exit.USAGE.code();
        }
        System.err.println("telar: something went wrong inside the grader; please report this:");
        e.printStackTrace(System.err);
        return Exit.REVIEW.code();
    }
}
