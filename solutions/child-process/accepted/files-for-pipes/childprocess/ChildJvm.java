// Right: the program writes into two temporary files, which never get full.
package childprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Runs Java programs in a process of their own. */
public final class ChildJvm {
    private ChildJvm() {}

    public static Outcome run(Class<?> main, List<String> args, Duration limit) throws IOException, InterruptedException {
        Path out = Files.createTempFile("child", ".out");
        Path err = Files.createTempFile("child", ".err");
        try {
            Process process =
                    new ProcessBuilder(JavaCommand.of(main, args))
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            boolean ended;
            try {
                process.getOutputStream().close();
                ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                process.destroyForcibly();
            }
            int exit = process.waitFor();
            return new Outcome(ended ? OptionalInt.of(exit) : OptionalInt.empty(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
