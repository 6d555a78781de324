// Right: a thread reads the errors, a timer stops the process, and the caller reads the output.
package childprocess;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs Java programs in a process of their own. */
public final class ChildJvm {
    private ChildJvm() {}

    public static Outcome run(Class<?> main, List<String> args, Duration limit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JavaCommand.of(main, args)).start();
        try {
            process.getOutputStream().close();
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> drained(process.getInputStream()));
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> drained(process.getErrorStream()));
            OptionalInt exit;
            try {
                exit = OptionalInt.of(process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS).exitValue());
            } catch (TimeoutException late) {
                exit = OptionalInt.empty();
                process.destroyForcibly().waitFor();
            }
            return new Outcome(exit, out.get(), err.get());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            process.destroyForcibly();
        }
    }

    private static String drained(java.io.InputStream pipe) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            pipe.transferTo(read);
        } catch (IOException e) {
            // stopped
        }
        return read.toString();
    }
}
