package telar.exercise;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What authors wrote about checks, in one language: the {@code feedback} files beside them. */
public final class Wording {
    private final Map<String, Texts> texts = new HashMap<>();

    /**
     * The four texts of one check; each may be empty.
     *
     * @param title the sentence that it checks
     * @param failed what happened when it fails
     * @param why why that is wrong
     * @param hint one hint
     */
    public record Texts(String title, String failed, String why, String hint) {}

    private Wording() {}

    /**
     * Reads the texts of an exercise, hidden checks' too where they are present.
     *
     * @param language {@code en} or {@code es}
     */
    public static Wording of(Exercise exercise, String language) {
        Wording wording = new Wording();
        for (Path file : files(exercise, language)) {
            wording.add(load(file));
        }
        return wording;
    }

    /** The feedback files of an exercise in a language, whether or not they exist. */
    public static List<Path> files(Exercise exercise, String language) {
        String name = "src/test/resources/" + exercise.packageName() + "/feedback" + (language.equals("es") ? "_es" : "") + ".properties";
        return Stream.concat(Stream.of(exercise.folder()), exercise.solution().stream()).map(f -> f.resolve(name)).toList();
    }

    /** Reads one file; no keys if it does not exist. */
    public static Properties load(Path file) {
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new KitException(file + " cannot be read: " + e.getMessage() + ". Write it in UTF-8.", e);
            }
        }
        return properties;
    }

    private void add(Properties properties) {
        for (String key : properties.stringPropertyNames()) {
            int dot = key.lastIndexOf('.');
            if (dot > 0) {
                String id = key.substring(0, dot);
                texts.computeIfAbsent(
                        id,
                        i ->
                                new Texts(
                                        properties.getProperty(i + ".title", ""),
                                        properties.getProperty(i + ".failed", ""),
                                        properties.getProperty(i + ".why", ""),
                                        properties.getProperty(i + ".hint", "")));
            }
        }
    }

    public Optional<Texts> of(Check check) {
        return Optional.ofNullable(texts.get(check.id()));
    }
}
