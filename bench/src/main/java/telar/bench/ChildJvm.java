package telar.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs one child JVM to its end.
 *
 * @param figures what it told; empty if it died or was stopped
 * @param millis the time of the whole process, from before it was started until it had ended
 */
record ChildJvm(Optional<Figures> figures, double millis) {
    private static final long LIMIT_SECONDS = 180;

    /** Those of the grader's own child JVMs. */
    static final List<String> SMALL =
            List.of(
                    "--add-opens", "java.base/java.lang=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms48m",
                    "-Xmn24m",
                    "-Xmx768m");

    /** The same for every tool whose speed is compared: what the engine needs, and what Lincheck does; without its own it misses bugs. */
    static final List<String> PLAIN =
            List.of(
                    "--add-opens", "java.base/java.lang=ALL-UNNAMED",
                    "--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED",
                    "--add-exports", "java.base/jdk.internal.util=ALL-UNNAMED",
                    "--add-exports", "java.base/sun.security.action=ALL-UNNAMED",
                    "-Xmx768m");

    static ChildJvm run(List<String> flags, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        Path output = Files.createTempFile("telar-bench", ".txt");
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            double millis = Figures.millisSince(start);
            String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            Optional<Figures> figures = Figures.in(said);
            if (figures.isEmpty()) {
                System.err.println(main.getSimpleName() + " " + String.join(" ", arguments) + " told nothing after "
                        + Math.round(millis) + " ms: " + said.lines().limit(6).toList());
            }
            return new ChildJvm(figures, millis);
        } finally {
            Files.delete(output);
        }
    }
}
