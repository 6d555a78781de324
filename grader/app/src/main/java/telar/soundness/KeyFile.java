package telar.soundness;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A properties file in UTF-8 whose keys are known beforehand.
 *
 * @param file where it is
 * @param values of every key, without surrounding space
 * @param repeated keys that stand in it more than once
 * @param unreadable why it could not be read; "" when it could
 */
record KeyFile(Path file, SortedMap<String, String> values, List<String> repeated, String unreadable) {

    KeyFile {
        values = Collections.unmodifiableSortedMap(values);
        repeated = List.copyOf(repeated);
    }

    /** Reads the file; one that does not exist has no keys. */
    static KeyFile read(Path file) {
        SortedMap<String, String> values = new TreeMap<>();
        List<String> repeated = new ArrayList<>();
        String unreadable = "";
        if (Files.isRegularFile(file)) {
            // Properties.load hands every pair to put, the second of two equal keys too.
            Properties lines = new Properties() {
                private static final long serialVersionUID = 1L;

                @Override
                public synchronized Object put(Object key, Object value) {
                    if (values.put((String) key, ((String) value).strip()) != null) {
                        repeated.add((String) key);
                    }
                    return super.put(key, value);
                }
            };
            try (Reader reader = Files.newBufferedReader(file)) {
                lines.load(reader);
            } catch (CharacterCodingException e) {
                unreadable = "it is not UTF-8";
            } catch (IllegalArgumentException e) {
                unreadable = e.getMessage();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return new KeyFile(file, values, repeated, unreadable);
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** The value, unless it is missing or blank. */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    /** What keeps it from having exactly these keys, each once and with a value. */
    List<Complaint> complaints(List<String> keys) {
        List<Complaint> complaints = new ArrayList<>();
        if (!exists()) {
            return List.of(new Complaint("The file is missing.", "Write it, with the keys " + String.join(", ", keys) + "."));
        }
        if (!unreadable.isEmpty()) {
            return List.of(new Complaint("The file cannot be read: " + unreadable + ".", "Save it as UTF-8 properties."));
        }
        List<String> missing = keys.stream().filter(key -> !values.containsKey(key)).toList();
        if (missing.size() == 1) {
            complaints.add(new Complaint("The key \"" + missing.get(0) + "\" is missing.", "Add the line \"" + missing.get(0) + "=…\"."));
        } else if (!missing.isEmpty()) {
            String all = missing.stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(", "));
            complaints.add(new Complaint("The keys " + all + " are missing.", "Add a line for each, as in \"" + missing.get(0) + "=…\"."));
        }
        for (String key : keys) {
            if (values.containsKey(key) && value(key).isEmpty()) {
                complaints.add(new Complaint("The key \"" + key + "\" has no value.", "Write one behind \"" + key + "=\"."));
            }
        }
        for (String key : values.keySet()) {
            if (!keys.contains(key)) {
                complaints.add(new Complaint(
                        "The key \"" + key + "\" is unknown.", "Remove it, or correct its name; known are " + String.join(", ", keys) + "."));
            }
        }
        for (String key : repeated) {
            complaints.add(new Complaint("The key \"" + key + "\" stands there twice; only the last one counts.", "Keep one of them."));
        }
        return complaints;
    }

    /** What is wrong with the file, and what to do. */
    record Complaint(String what, String fix) {}
}
