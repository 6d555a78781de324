package telar.exercise;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads {@code exercise.properties}. Strict: an unknown, missing or misspelt key is an error with file and key. */
final class Manifest {
    static final String FILE = "exercise.properties";

    private static final Set<String> KEYS =
            Set.of("title", "title.es", "unit", "order", "editable", "since", "allows", "budget");

    private final Path file;
    private final Properties properties = new Properties();

    private Manifest(Path file) {
        this.file = file;
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new KitException(file + " cannot be read: " + e.getMessage() + ". Write it in UTF-8, one key=value a line.", e);
        }
    }

    static Exercise read(Path folder, Optional<Path> solution) {
        Manifest manifest = new Manifest(folder.resolve(FILE));
        manifest.checkKeys();
        return new Exercise(
                folder.getFileName().toString(),
                manifest.text("title"),
                manifest.text("title.es"),
                manifest.number("unit", 1, 99),
                manifest.number("order", 1, 999),
                manifest.list("editable", 1),
                manifest.number("since", 17, 99),
                manifest.list("allows", 0),
                manifest.number("budget", 1, 1_000_000),
                folder,
                solution);
    }

    private void checkKeys() {
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new KitException(
                    file + ": unknown key \"" + unknown.iterator().next() + "\". Known keys: " + String.join(", ", new TreeSet<>(KEYS)));
        }
        Set<String> missing = new TreeSet<>(KEYS);
        missing.removeAll(properties.stringPropertyNames());
        if (!missing.isEmpty()) {
            throw new KitException(file + ": missing key \"" + missing.iterator().next() + "\". Add a line for it.");
        }
    }

    private String text(String key) {
        String value = properties.getProperty(key).strip();
        if (value.isEmpty()) {
            throw new KitException(file + ": " + key + " is empty. Write a value after the = sign.");
        }
        return value;
    }

    private int number(String key, int least, int most) {
        try {
            int value = Integer.parseInt(text(key));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new KitException(
                file + ": " + key + "=" + properties.getProperty(key) + " is not a whole number from " + least + " to " + most + ".");
    }

    private List<String> list(String key, int least) {
        List<String> values =
                Stream.of(properties.getProperty(key).split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
        if (values.size() < least) {
            throw new KitException(file + ": " + key + " is empty. Name at least one.");
        }
        return values;
    }
}
