// Right: two threads read the pipes into buffers of their own, and are joined before anybody looks.
package childprocess;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Runs Java programs in a process of their own. */
public final class ChildJvm {
    private ChildJvm() {}

    public static Outcome run(Class<?> main, List<String> args, Duration limit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JavaCommand.of(main, args)).start();
        try {
            process.getOutputStream().close();
            Reader out = new Reader(process.getInputStream());
            Reader err = new Reader(process.getErrorStream());
            out.start();
            err.start();
            boolean ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
            OptionalInt exit = ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
            if (!ended) {
                stop(process);
                process.waitFor();
            }
            out.join();
            err.join();
            return new Outcome(exit, out.text(), err.text());
        } finally {
            stop(process);
        }
    }

    private static void stop(Process process) {
        process.toHandle().destroyForcibly();
    }

    private static final class Reader extends Thread {
        private final InputStream pipe;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        Reader(InputStream pipe) {
            this.pipe = pipe;
        }

        @Override
        public void run() {
            try (pipe) {
                pipe.transferTo(read);
            } catch (IOException e) {
            }
        }

        String text() {
            return read.toString();
        }
    }
}
