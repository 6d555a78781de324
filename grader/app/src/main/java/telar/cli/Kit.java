package telar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import telar.exercise.Catalog;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.exercise.KitException;
import telar.exercise.Wording;
import telar.report.Words;

/** Where the kit is, and in which language it speaks. */
final class Kit {
    private Kit() {}

    /**
     * The system property {@code telar.home} or else the environment variable {@code TELAR_HOME} if set, else the closest folder
     * from here upwards that holds {@code exercises/}.
     */
    static Catalog open() {
        String home = System.getProperty("telar.home", System.getenv("TELAR_HOME"));
        if (home != null && !home.isBlank()) {
            return Catalog.open(Path.of(home));
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("exercises"))) {
                return Catalog.open(folder);
            }
        }
        return Catalog.open(here);
    }

    /** The given language, or the machine's where none is given: Spanish for Spanish, else English. */
    static String language(String given) {
        if (given == null) {
            return Locale.getDefault().getLanguage().equals("es") ? "es" : "en";
        }
        if (!List.of("en", "es").contains(given)) {
            throw new KitException("\"" + given + "\" is not a language of the kit. Use --lang en or --lang es.");
        }
        return given;
    }

    static Words words(String language) {
        Map<String, Wording> known = new ConcurrentHashMap<>();
        return new Words() {
            @Override
            public Locale language() {
                return Locale.forLanguageTag(language);
            }

            @Override
            public Optional<OfCheck> of(Exercise exercise, Check check) {
                return known.computeIfAbsent(exercise.slug(), s -> Wording.of(exercise, language))
                        .of(check)
                        .map(t -> new OfCheck(t.title(), t.failed(), t.why(), t.hint()));
            }
        };
    }
}
