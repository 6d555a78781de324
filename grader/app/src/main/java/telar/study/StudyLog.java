package telar.study;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import telar.exercise.Exercise;
import telar.exercise.KitException;

/**
 * How far somebody is, kept in {@code .telar/study/log.properties} of the kit: which exercises passed their visible tests, in
 * which state of their sources, and how many hints were read. Losing the file loses no work: what passed is found out again. Not
 * thread-safe.
 */
public final class StudyLog {
    private final Path file;
    private final Properties entries = new Properties();

    private StudyLog(Path file) {
        this.file = file;
    }

    /** The log of the kit in a folder; an empty one where there is none yet, or where it cannot be read. */
    public static StudyLog of(Path home) {
        StudyLog log = new StudyLog(home.resolve(".telar").resolve("study").resolve("log.properties"));
        if (Files.isRegularFile(log.file)) {
            try (Reader reader = Files.newBufferedReader(log.file, StandardCharsets.UTF_8)) {
                log.entries.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                log.entries.clear(); // a damaged log is written anew, a line at a time
            }
        }
        return log;
    }

    /** Whether the exercise passed when its sources were exactly as they are now. */
    public boolean hasPassed(Exercise exercise) {
        return Sources.digest(exercise).equals(entries.getProperty(exercise.slug() + ".passed"));
    }

    /** Notes that the exercise, as it is now, does or does not pass. */
    public void note(Exercise exercise, boolean passed) {
        if (passed) {
            entries.setProperty(exercise.slug() + ".passed", Sources.digest(exercise));
        } else {
            entries.remove(exercise.slug() + ".passed");
        }
        write();
    }

    /** How many hints of the exercise have been shown. */
    int hints(Exercise exercise) {
        try {
            return Math.max(0, Integer.parseInt(entries.getProperty(exercise.slug() + ".hints", "0")));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    void noteHints(Exercise exercise, int shown) {
        entries.setProperty(exercise.slug() + ".hints", Integer.toString(shown));
        write();
    }

    private void write() {
        StringWriter text = new StringWriter();
        entries.stringPropertyNames().stream().sorted().forEach(key -> text.append(key + "=" + entries.getProperty(key) + "\n"));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.toString(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new KitException(file + " cannot be written: " + e.getMessage() + ". Make the folder writable.", e);
        }
    }
}
