package telar.exercise;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One exercise: its manifest and its folders.
 *
 * @param slug the folder's name, for instance {@code like-counter}
 * @param title in English
 * @param titleEs in Spanish
 * @param unit number of the course's unit, from 1
 * @param order place among the exercises of its unit
 * @param editable globs of the files that a student hands in, relative to {@code src/main/java}
 * @param since the oldest Java feature version it runs on
 * @param allows policy opt-ins
 * @param budget at most this many runs for each check
 * @param folder {@code exercises/<slug>}
 * @param solution {@code solutions/<slug>}, where the staff's half is present
 */
public record Exercise(
        String slug,
        String title,
        String titleEs,
        int unit,
        int order,
        List<String> editable,
        int since,
        List<String> allows,
        int budget,
        Path folder,
        Optional<Path> solution) {
    public Exercise {
        editable = List.copyOf(editable);
        allows = List.copyOf(allows);
    }

    /** The same exercise as students have it: without the staff's half. */
    Exercise asPublished() {
        return new Exercise(slug, title, titleEs, unit, order, editable, since, allows, budget, folder, Optional.empty());
    }

    /** Whether this JDK is too old for it. It is left out then, everywhere and in so many words, and costs nothing. */
    public boolean needsNewerJava() {
        return since > Runtime.version().feature();
    }

    /** The title in a language, {@code en} or {@code es}. */
    public String titleIn(String language) {
        return language.equals("es") ? titleEs : title;
    }

    /** The Java package of its classes: the slug without hyphens. */
    public String packageName() {
        return slug.replace("-", "");
    }
}
