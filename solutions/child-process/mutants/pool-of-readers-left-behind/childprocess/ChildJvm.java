// Wrong: the pool that reads the pipes is never shut down.
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

    public static Outcome run(Class<?> main, List<String> args, Duration limit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JavaCommand.of(main, args)).start();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            process.getOutputStream().close();
            Future<byte[]> out = readers.submit(() -> process.getInputStream().readAllBytes());
            Future<byte[]> err = readers.submit(() -> process.getErrorStream().readAllBytes());
            OptionalInt exit = OptionalInt.empty();
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                exit = OptionalInt.of(process.exitValue());
            } else {
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
            return new Outcome(exit, new String(out.get()), new String(err.get()));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            process.toHandle().destroyForcibly();
        }
    }
}
