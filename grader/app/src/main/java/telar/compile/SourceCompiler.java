package telar.compile;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import telar.exercise.KitException;

/**
 * The JDK's own compiler, without annotation processors and without looking for sources anywhere but in what it is given.
 * Thread-safe.
 */
public final class SourceCompiler {
    private static final int MAX_MESSAGES = 20;

    private final JavaCompiler compiler;

    public SourceCompiler() {
        compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new KitException(
                    "This Java has no compiler. Install a JDK (17 or newer, not a JRE) and point JAVA_HOME at it.");
        }
    }

    /**
     * Compiles.
     *
     * @param sources path relative to the source root, to text
     * @param classPath what the sources may name besides the JDK
     * @param release Java feature version
     * @param into folder for the class files; made if missing
     */
    public Compilation compile(Map<String, String> sources, List<Path> classPath, int release, Path into) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter other = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            Files.createDirectories(into);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(into));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            List<String> options =
                    List.of("-proc:none", "-implicit:none", "-g", "-Xlint:none", "--release", String.valueOf(release));
            List<Source> units = new ArrayList<>();
            sources.forEach((path, text) -> units.add(new Source(path, text)));
            if (compiler.getTask(other, files, diagnostics, options, null, units).call()) {
                return new Compilation.Compiled(into);
            }
            return new Compilation.Refused(words(diagnostics, other.toString()));
        } catch (IOException e) {
            throw new KitException("cannot write class files to " + into + ": " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError e) {
            // The compiler itself gave up on these sources.
            return new Compilation.Refused("The compiler gave up on this code: " + e);
        }
    }

    private static String words(DiagnosticCollector<JavaFileObject> diagnostics, String other) {
        StringBuilder text = new StringBuilder();
        int errors = 0;
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
                continue;
            }
            if (++errors > MAX_MESSAGES) {
                continue;
            }
            if (diagnostic.getSource() instanceof Source source) {
                text.append(source.path).append(':').append(diagnostic.getLineNumber()).append(": ");
                text.append(diagnostic.getMessage(Locale.ENGLISH)).append('\n');
                source.line(diagnostic.getLineNumber(), diagnostic.getPosition(), text);
            } else {
                text.append(diagnostic.getMessage(Locale.ENGLISH)).append('\n');
            }
        }
        if (errors > MAX_MESSAGES) {
            text.append("… and ").append(errors - MAX_MESSAGES).append(" more\n");
        }
        return text.length() > 0 ? text.toString().stripTrailing() : ("The code does not compile. " + other).strip();
    }

    /** A source file in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String path;
        private final String text;

        Source(String path, String text) {
            super(URI.create("telar:///" + path.replace(" ", "%20")), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        /** The line, and a mark below the position; javac's own column counts a tab as up to eight. */
        void line(long number, long position, StringBuilder to) {
            List<String> lines = text.lines().toList();
            if (number >= 1 && number <= lines.size()) {
                String line = lines.get((int) number - 1).replace('\t', ' ');
                to.append("    ").append(line.length() > 160 ? line.substring(0, 160) + "…" : line).append('\n');
                int column = (int) position - 1 - text.lastIndexOf('\n', (int) position - 1);
                if (position >= 0 && column < 160) {
                    to.append("    ").append(" ".repeat(column)).append("^\n");
                }
            }
        }
    }
}
