package telar.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import telar.exercise.Catalog;
import telar.exercise.Exercise;
import telar.exercise.KitException;

/**
 * Writes the twins {@code exercises/<slug>} and {@code solutions/<slug>} of a new exercise. What it writes obeys the laws as it
 * is, so that an author changes a working exercise step by step.
 */
public final class Scaffold {
    /** Lists the files of the template, because a folder in a jar cannot be listed everywhere. */
    private static final String INDEX = "files.txt";

    private final Path home;
    private final List<Exercise> others;

    /** @param catalog the kit that the exercise is for */
    public Scaffold(Catalog catalog) {
        this.home = catalog.home();
        this.others = catalog.exercises();
    }

    /**
     * Writes a new exercise, as the last one of a unit.
     *
     * @param slug its name: lower-case words joined by hyphens
     * @param title in English; made from the slug if empty
     * @param titleEs in Spanish; the English one if empty
     * @param unit from 1 to 99; the last one that there is if empty
     * @return the two folders
     * @throws KitException if the slug cannot be used or is in use, or a file cannot be written
     */
    public List<Path> write(String slug, Optional<String> title, Optional<String> titleEs, Optional<Integer> unit) {
        demandUsable(slug);
        String english = title.orElse(slug.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + slug.substring(1).replace('-', ' '));
        int order = others.stream().mapToInt(Exercise::order).max().orElse(0) + 1;
        int place = unit.orElse(others.stream().mapToInt(Exercise::unit).max().orElse(1));
        Map<String, String> values =
                Map.of(
                        "__slug__", slug,
                        "__package__", packageName(slug),
                        "__title__", english,
                        "__titleEs__", titleEs.orElse(english),
                        "__unit__", Integer.toString(place),
                        "__order__", Integer.toString(order));
        Map<String, Path> roots =
                Map.of("exercise", home.resolve("exercises").resolve(slug), "solution", home.resolve("solutions").resolve(slug));
        for (Path root : roots.values()) {
            if (Files.exists(root)) {
                throw new KitException(root + " exists. Choose another slug, or remove the folder.");
            }
        }
        try {
            for (String file : resource(INDEX).lines().toList()) {
                int slash = file.indexOf('/');
                Path target = roots.get(file.substring(0, slash)).resolve(filled(file.substring(slash + 1), values));
                Files.createDirectories(target.getParent());
                Files.writeString(target, filled(resource(file), values));
            }
        } catch (IOException e) {
            throw new KitException("The exercise " + slug + " could not be written: " + e + ". Remove what there is of it, and try again.", e);
        }
        return List.of(roots.get("exercise"), roots.get("solution"));
    }

    private void demandUsable(String slug) {
        if (!slug.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || SourceVersion.isKeyword(packageName(slug))) {
            throw new KitException(
                    "\"" + slug + "\" cannot name an exercise. Use lower-case words joined by hyphens, as in quiet-door; without the hyphens they"
                            + " name its Java package.");
        }
        List<String> samePackage = new ArrayList<>();
        others.stream().filter(e -> e.packageName().equals(packageName(slug))).forEach(e -> samePackage.add(e.slug()));
        if (!samePackage.isEmpty()) {
            throw new KitException("There is an exercise " + samePackage.get(0) + " with the same Java package. Choose another slug.");
        }
        if (!Files.isDirectory(home.resolve("solutions"))) {
            throw new KitException("There is no folder solutions/ in " + home + ". Write exercises in the staff's repository.");
        }
    }

    private static String packageName(String slug) {
        return slug.replace("-", "");
    }

    private static String filled(String text, Map<String, String> values) {
        String result = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            result = result.replace(value.getKey(), value.getValue());
        }
        return result;
    }

    private static String resource(String name) {
        try (InputStream in = Scaffold.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new KitException("The grader's jar lacks " + name + " of the new exercise. Build it again: mvn -B clean verify");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
