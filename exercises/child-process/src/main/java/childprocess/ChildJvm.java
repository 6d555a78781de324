package childprocess;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Runs Java programs in a process of their own. */
public final class ChildJvm {
    private ChildJvm() {}

    /**
     * Starts a program, waits until it has ended, and returns everything that it said.
     *
     * @param limit the program is stopped if it has not ended by then
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the calling thread is interrupted while it waits; the program is stopped then
     */
    public static Outcome run(Class<?> main, List<String> args, Duration limit) throws IOException, InterruptedException {
        // TODO Today this waits first and reads afterwards, waits for ever, and forgets the errors.
        //      What happens when the program writes more than fits into a pipe? What if it never ends?
        Process process = new ProcessBuilder(JavaCommand.of(main, args)).start();
        int exit = process.waitFor();
        String out = new String(process.getInputStream().readAllBytes());
        return new Outcome(OptionalInt.of(exit), out, "");
    }
}
