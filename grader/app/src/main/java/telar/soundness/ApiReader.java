package telar.soundness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import telar.compile.Compilation;
import telar.compile.PublicApi;
import telar.compile.SourceCompiler;
import telar.exercise.Exercise;
import telar.submission.Intake;
import telar.submission.Submission;

/** What a program offers to others. Thread-safe. */
final class ApiReader {
    private final SourceCompiler compiler = new SourceCompiler();

    /** One line for each public class, method and field, the given files' too; empty when the program does not compile. */
    Set<String> of(Exercise exercise, Submission submission) {
        Map<String, String> sources = new TreeMap<>(Intake.given(exercise));
        sources.putAll(submission.sources());
        try {
            Path classes = Files.createTempDirectory("telar-api");
            try {
                return compiler.compile(sources, List.of(), exercise.since(), classes) instanceof Compilation.Compiled compiled
                        ? Set.copyOf(PublicApi.of(compiled.classes()).members())
                        : Set.of();
            } finally {
                delete(classes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write class files", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
