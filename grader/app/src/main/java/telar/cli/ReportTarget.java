package telar.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import telar.exercise.KitException;
import telar.report.Reports;
import telar.report.View;
import telar.report.Words;
import telar.score.Grade;

/**
 * {@code FORMAT} or {@code FORMAT=FILE} of the option {@code --report}.
 *
 * @param format one of {@link Reports#formats}
 * @param file where it goes; standard output if empty
 */
record ReportTarget(String format, Optional<Path> file) {

    /**
     * Reads the option's value.
     *
     * @throws KitException if the format is unknown
     */
    static ReportTarget parse(String text) {
        int equals = text.indexOf('=');
        String format = equals < 0 ? text : text.substring(0, equals);
        if (!Reports.formats().contains(format)) {
            throw new KitException(
                    "There is no report format \"" + format + "\". Use --report with one of: " + String.join(", ", Reports.formats())
                            + ", as in --report json=grade.json");
        }
        if (equals >= 0 && equals == text.length() - 1) {
            throw new KitException("--report " + text + " names no file after the = sign.");
        }
        return new ReportTarget(format, equals < 0 ? Optional.empty() : Optional.of(Path.of(text.substring(equals + 1))));
    }

    /** Why the file cannot be written, found out before anything is graded; empty if it can. */
    Optional<String> obstacle() {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Path path = file.get().toAbsolutePath();
        try {
            if (Files.isDirectory(path)) {
                return Optional.of(path + " is a folder. Name a file in it.");
            }
            Files.createDirectories(path.getParent());
            boolean existed = Files.exists(path);
            Files.newOutputStream(path, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND).close();
            if (!existed) {
                Files.delete(path);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "the report " + format + " cannot be written to " + path + " (" + e.getClass().getSimpleName()
                            + "). Choose another place with --report " + format + "=FILE.");
        }
    }

    /** Renders and writes; throws nothing away: what cannot be written to its file goes to standard output. */
    boolean write(Grade grade, Words words) {
        if (file.isEmpty()) {
            boolean terminal = format.equals("terminal");
            PrintStream out = new PrintStream(System.out, true, terminal ? Terminal.charset() : StandardCharsets.UTF_8);
            String text = Reports.render(format, grade, words, terminal ? Terminal.view() : View.plain());
            out.print(text);
            out.print(text.endsWith("\n") ? "" : "\n");
            out.flush();
            return true;
        }
        String text = Reports.render(format, grade, words, View.plain());
        try {
            Files.writeString(file.get(), text, StandardCharsets.UTF_8);
            return true;
        } catch (IOException e) {
            System.err.println("telar: " + obstacle().orElse("the report " + format + " could not be written to " + file.get()));
            return false;
        }
    }
}
