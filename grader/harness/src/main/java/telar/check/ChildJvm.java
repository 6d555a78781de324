package telar.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A real program that ran in a JVM of its own, with the class path of its main class. For checks in real time. A program that has
 * not ended by itself after 30 seconds was stopped.
 */
public final class ChildJvm {
    private final boolean exited;
    private final int exitCode;
    private final String out;

    ChildJvm(boolean exited, int exitCode, String out) {
        this.exited = exited;
        this.exitCode = exitCode;
        this.out = out;
    }

    /** Prepares a JVM that runs the given main class. */
    public static Launch of(Class<?> main) {
        return new Launch(main, List.of());
    }

    /** Whether it ended by itself. */
    public boolean exited() {
        return exited;
    }

    /**
     * What it ended with.
     *
     * @throws IllegalStateException if it did not end by itself
     */
    public int exitCode() {
        if (!exited) {
            throw new IllegalStateException("the program did not end by itself");
        }
        return exitCode;
    }

    /** What it printed, both streams together; the first 64 KiB of it. */
    public String out() {
        return out;
    }

    /** A JVM about to be started. */
    public static final class Launch {
        private final Class<?> main;
        private final List<String> args;

        private Launch(Class<?> main, List<String> args) {
            this.main = main;
            this.args = args;
        }

        /** With these arguments for {@code main}. */
        public Launch args(String... args) {
            return new Launch(main, List.of(args));
        }

        /** Starts it and waits for its end. */
        public ChildJvm run() {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-cp", classPath(main), main.getName()));
            command.addAll(args);
            try {
                Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
                process.getOutputStream().close();
                CappedOutput output = CappedOutput.of(process.getInputStream());
                boolean exited = process.waitFor(Checks.REAL_CAP.toSeconds(), TimeUnit.SECONDS);
                if (!exited) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                }
                return new ChildJvm(exited, process.exitValue(), output.text());
            } catch (IOException e) {
                throw new UncheckedIOException("could not start a JVM", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a JVM ran", e);
            }
        }

        private static String classPath(Class<?> main) {
            if (main.getClassLoader() instanceof URLClassLoader loader) {
                return Arrays.stream(loader.getURLs())
                        .map(Launch::path)
                        .collect(Collectors.joining(System.getProperty("path.separator")));
            }
            return System.getProperty("java.class.path");
        }

        private static String path(URL url) {
            try {
                return Path.of(url.toURI()).toString();
            } catch (URISyntaxException e) {
                throw new IllegalStateException("not a folder or jar: " + url, e);
            }
        }
    }
}
