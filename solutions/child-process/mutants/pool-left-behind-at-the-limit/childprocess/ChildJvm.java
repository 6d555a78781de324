// Wrong: a program that had to be stopped gets its outcome at once, past the line that shuts the pool down.
package childprocess;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

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
        Process process = new ProcessBuilder(JavaCommand.of(main, args)).start();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            process.getOutputStream().close();
            // Both pipes are read from the beginning and at the same time: the child may fill either of them first.
            Future<String> out = readers.submit(() -> new String(process.getInputStream().readAllBytes()));
            Future<String> err = readers.submit(() -> new String(process.getErrorStream().readAllBytes()));
            boolean ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (!ended) {
                stop(process);
                process.waitFor();
                return new Outcome(OptionalInt.empty(), out.get(), err.get());
            }
            readers.shutdown();
            // The pipes end with the process, and the tasks with the pipes. Who asks a task for its result waits for its end.
            return new Outcome(OptionalInt.of(process.exitValue()), out.get(), err.get());
        } catch (ExecutionException e) {
            throw new IOException("a pipe could not be read", e.getCause());
        } finally {
            // Also when somebody interrupts the wait: a process does not end because nobody waits for it any more.
            stop(process);
        }
    }

    /** By its handle: the process itself would also close our ends of the pipes, with what we have not read yet. */
    private static void stop(Process process) {
        process.toHandle().destroyForcibly();
    }
}
