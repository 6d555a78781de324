package telar.submission;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The source files that a student hands in for one exercise.
 *
 * @param origin where they came from, for a reader
 * @param sources path relative to {@code src/main/java}, with {@code /}, to text; editable files only
 * @param leftOut the paths of further source files that lie beside them and are not handed in
 */
public record Submission(String origin, Map<String, String> sources, List<String> leftOut) {

    public Submission {
        sources = Map.copyOf(sources);
        leftOut = List.copyOf(leftOut);
    }

    public Submission(String origin, Map<String, String> sources) {
        this(origin, sources, List.of());
    }

    /** Every {@code .java} file below a source root. */
    public static Submission of(String origin, Path sourceRoot) {
        return new Submission(origin, SourceFiles.below(sourceRoot, path -> true));
    }

    /** The same with every {@code .java} file below another root put over it. */
    public Submission overlaidWith(Path overlayRoot) {
        Map<String, String> all = new TreeMap<>(sources);
        all.putAll(SourceFiles.below(overlayRoot, path -> true));
        return new Submission(origin + " + " + overlayRoot.getFileName(), all);
    }
}
