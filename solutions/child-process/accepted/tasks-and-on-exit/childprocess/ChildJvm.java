// Right: two future tasks read the pipes, and the process itself is waited for as a future.
package childprocess;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs Java programs in a process of their own. */
public final class ChildJvm {
    private ChildJvm() {}

    public static Outcome run(Class<?> main, List<String> args, Duration limit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JavaCommand.of(main, args)).start();
        try {
            process.getOutputStream().close();
            FutureTask<String> out = reading(process.getInputStream());
            FutureTask<String> err = reading(process.getErrorStream());
            OptionalInt exit;
            try {
                exit = OptionalInt.of(process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS).exitValue());
            } catch (TimeoutException late) {
                exit = OptionalInt.empty();
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
            return new Outcome(exit, out.get(), err.get());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            process.toHandle().destroyForcibly();
        }
    }

    private static FutureTask<String> reading(InputStream pipe) {
        FutureTask<String> task = new FutureTask<>(() -> new String(pipe.readAllBytes()));
        new Thread(task).start();
        return task;
    }
}
