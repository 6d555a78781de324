package telar.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import telar.exercise.Exercise;
import telar.exercise.KitException;

/** The hints of one exercise, from gentle to nearly the answer: the sections {@code ## 1}, {@code ## 2} … of its hint file. */
public final class Hints {
    private final Exercise exercise;
    private final StudyLog log;
    private final List<String> texts;

    /**
     * One hint.
     *
     * @param number from 1 on
     * @param of how many there are
     */
    public record Hint(int number, int of, String text) {}

    private Hints(Exercise exercise, StudyLog log, List<String> texts) {
        this.exercise = exercise;
        this.log = log;
        this.texts = texts;
    }

    /**
     * Reads the hints.
     *
     * @param language {@code en} or {@code es}
     * @throws KitException if the file cannot be read or holds no hint
     */
    public static Hints of(Exercise exercise, String language, StudyLog log) {
        Path file = exercise.folder().resolve(language.equals("es") ? "HINTS.es.md" : "HINTS.md");
        List<String> texts = new ArrayList<>();
        try {
            StringBuilder section = null;
            for (String line : Files.readAllLines(file)) {
                if (line.matches("## \\d+\\s*")) {
                    keep(section, texts);
                    section = new StringBuilder();
                } else if (section != null) {
                    section.append(line).append('\n');
                }
            }
            keep(section, texts);
        } catch (IOException e) {
            throw new KitException(file + " cannot be read: " + e.getMessage() + ". Restore it from the course's template.", e);
        }
        if (texts.isEmpty()) {
            throw new KitException(file + " holds no hint: there is no line \"## 1\" in it.");
        }
        return new Hints(exercise, log, texts);
    }

    private static void keep(StringBuilder section, List<String> texts) {
        if (section != null) {
            texts.add(section.toString().strip());
        }
    }

    /** The hint after the last one that was shown, and from now on that one counts as shown; after the last the last again. */
    public Hint next() {
        int shown = Math.min(log.hints(exercise) + 1, texts.size());
        log.noteHints(exercise, shown);
        return new Hint(shown, texts.size(), texts.get(shown - 1));
    }

    /** Begins again with the first one. */
    public void restart() {
        log.noteHints(exercise, 0);
    }
}
