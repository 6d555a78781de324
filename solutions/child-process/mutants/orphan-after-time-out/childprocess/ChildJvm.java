// Wrong: who takes too long is left alone.
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

    /**
     * Starts a program, waits until it has ended, and returns everything that it said.
     *
     * @param limit the program is stopped if it has not ended by then
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the calling thread is interrupted while it waits; the program is stopped then
     */
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
                return new Outcome(exit, out.text(), err.text());
            }
            out.join();
            err.join();
            return new Outcome(exit, out.text(), err.text());
        } catch (InterruptedException e) {
            stop(process);
            throw e;
        }
    }

    /** By its handle: the process itself would also close our ends of the pipes, with what we have not read yet. */
    private static void stop(Process process) {
        process.toHandle().destroyForcibly();
    }

    /** Reads a pipe to its end. */
    private static final class Reader extends Thread {
        private final InputStream pipe;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        Reader(InputStream pipe) {
            this.pipe = pipe;
            setDaemon(true);
        }

        @Override
        public void run() {
            try (pipe) {
                pipe.transferTo(read);
            } catch (IOException e) {
            }
        }

        /** Only after a join. */
        String text() {
            return read.toString();
        }
    }
}
