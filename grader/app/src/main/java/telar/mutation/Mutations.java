package telar.mutation;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Applies every operator to a program wherever it fits. Equal sources give equal mutations in the same order. Whether a mutation
 * compiles is for the caller to find out: some do not, and count for nothing.
 */
public final class Mutations {
    private static final int WORDS = 70;

    private Mutations() {}

    /**
     * All mutations of a program that compiles; none of one that does not.
     *
     * @param mutable path to text, of the files that may be changed
     * @param others path to text, of the files that the program needs beside them
     * @param release Java feature version
     */
    public static List<Mutation> of(Map<String, String> mutable, Map<String, String> others, int release) {
        Map<String, String> all = new TreeMap<>(others);
        all.putAll(mutable);
        List<Mutation> mutations = new ArrayList<>();
        Set<Map<String, String>> known = new HashSet<>(Set.of(mutable));
        for (Source source : sources(all, release)) {
            if (mutable.containsKey(source.path())) {
                for (Mutation mutation : mutations(source, mutable)) {
                    if (known.add(mutation.sources())) {
                        mutations.add(mutation);
                    }
                }
            }
        }
        return mutations;
    }

    private static List<Mutation> mutations(Source source, Map<String, String> mutable) {
        List<Candidate> candidates = new ArrayList<>();
        Consumer<Candidate> found = candidates::add;
        List.of(
                        new MonitorOperators(source, found),
                        new LockOperators(source, found),
                        new SignalOperators(source, found),
                        new SharedStateOperators(source, found),
                        new TaskOperators(source, found))
                .forEach(Operators::scan);
        candidates.sort(Comparator.comparingInt(Candidate::position)); // stable: of those at one place, the order of the operators
        Map<String, Integer> numbers = new HashMap<>();
        return candidates.stream().map(candidate -> mutation(candidate, source, mutable, numbers)).toList();
    }

    private static Mutation mutation(Candidate candidate, Source source, Map<String, String> mutable, Map<String, Integer> numbers) {
        String name = candidate.operator() + "@" + candidate.place();
        int number = numbers.merge(name, 1, Integer::sum);
        Edit first = candidate.edits().stream().min(Comparator.comparingInt(Edit::from)).orElseThrow();
        Map<String, String> sources = new TreeMap<>(mutable);
        sources.put(source.path(), Edit.apply(candidate.edits(), source.text()));
        return new Mutation(
                number == 1 ? name : name + "#" + number,
                source.path(),
                source.line(first.from()),
                inOneLine(source.text().substring(first.from(), first.to())),
                inOneLine(first.text()),
                sources);
    }

    private static String inOneLine(String code) {
        String line = code.replaceAll("//[^\n]*", " ").strip().replaceAll("\\s+", " ");
        return line.length() > WORDS ? line.substring(0, WORDS - 1) + "…" : line;
    }

    private static List<Source> sources(Map<String, String> texts, int release) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Text> files = new ArrayList<>();
        texts.forEach((path, text) -> files.add(new Text(path, text)));
        List<String> options = List.of("-proc:none", "-implicit:none", "-Xlint:none", "--release", String.valueOf(release));
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostics, options, null, files);
        try {
            List<Source> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                String path = unit.getSourceFile().toUri().getPath().substring(1); // the compiler wraps the file that it was given
                sources.add(new Source(path, texts.get(path), unit, task));
            }
            task.analyze();
            boolean compiles = diagnostics.getDiagnostics().stream().noneMatch(d -> d.getKind() == Diagnostic.Kind.ERROR);
            return compiles ? sources : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source file in memory. */
    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String path, String text) {
            super(URI.create("telar:///" + path.replace(" ", "%20")), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
