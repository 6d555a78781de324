package telar.soundness;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import telar.exercise.Exercise;
import telar.submission.IntakeException;
import telar.submission.Submission;

/**
 * One of an exercise's programs, as if a student had handed it in.
 *
 * @param name for a reader
 * @param folder where its sources are
 * @param submission its editable files; empty when they are refused
 * @param refused why the files cannot be taken in; "" when they can
 */
record Program(String name, Path folder, Submission submission, String refused) {
    private static final String SOURCES = "src/main/java";

    /** What the student starts from. */
    static Program skeleton(Exercise exercise) {
        Path root = exercise.folder().resolve(SOURCES);
        Folders folders = new Folders(exercise, exercise.folder());
        return read("skeleton", root, () -> {
            Submission all = Submission.of("skeleton", root);
            return new Submission(
                    all.origin(),
                    all.sources().entrySet().stream()
                            .filter(source -> folders.editable(source.getKey()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        });
    }

    /** The staff's solution. */
    static Program reference(Exercise exercise) {
        Path root = exercise.solution().orElseThrow().resolve(SOURCES);
        return read("reference", root, () -> Submission.of("reference", root));
    }

    /** The programs that differ from this one by the files in a folder below {@code accepted} or {@code mutants}. */
    List<Program> overlaid(Exercise exercise, String kind) {
        return Folders.overlays(exercise.solution().orElseThrow(), kind).stream()
                .map(folder -> read(kind + "/" + folder.getFileName(), folder, () -> submission.overlaidWith(folder)))
                .toList();
    }

    /** The same program, named so that a reader knows it ran beside busy processors. */
    Program busy() {
        return new Program(name + " on a busy machine", folder, submission, refused);
    }

    private static Program read(String name, Path folder, Supplier<Submission> files) {
        try {
            return new Program(name, folder, files.get(), "");
        } catch (IntakeException e) {
            return new Program(name, folder, new Submission(name, Map.of()), e.getMessage());
        }
    }
}
