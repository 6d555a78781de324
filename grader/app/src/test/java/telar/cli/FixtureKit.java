package telar.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the kit of two tiny exercises in {@code src/test/resources/kit}, and the command line in it. */
final class FixtureKit {
    private static final Path KIT = Path.of("src/test/resources/kit");
    private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");

    private final Path home;

    private FixtureKit(Path home) {
        this.home = home;
    }

    /** What a run of the command line came to. */
    record Result(int exit, String output, String errors) {}

    /** Staff's halves included. */
    static FixtureKit in(Path home) {
        copy(KIT, home);
        return new FixtureKit(home);
    }

    /** Without the staff's halves, as students have it. */
    static FixtureKit withoutSolutionsIn(Path home) {
        copy(KIT.resolve("exercises"), home.resolve("exercises"));
        return new FixtureKit(home);
    }

    Path home() {
        return home;
    }

    /** The names of the submissions, each a sentence. */
    static List<String> submissions() throws IOException {
        try (Stream<Path> folders = Files.list(SUBMISSIONS)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    static Path expectations(String submission) {
        return SUBMISSIONS.resolve(submission).resolve("expected.properties");
    }

    /** A clone that hands in one of the submissions, and the other exercise as it should be. */
    static Path handIn(String submission, Path clone) {
        copy(KIT.resolve("solutions/quiet-door/src/main"), clone.resolve("exercises/quiet-door/src/main"));
        copy(SUBMISSIONS.resolve(submission), clone);
        return clone;
    }

    /** Runs the command line in this JVM, with both streams caught. */
    Result run(String... arguments) {
        PrintStream output = System.out;
        PrintStream errors = System.err;
        String before = System.getProperty("telar.home");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setProperty("telar.home", home.toString());
            System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int exit = Main.run(arguments);
            return new Result(exit, told.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(output);
            System.setErr(errors);
            if (before == null) {
                System.clearProperty("telar.home");
            } else {
                System.setProperty("telar.home", before);
            }
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
