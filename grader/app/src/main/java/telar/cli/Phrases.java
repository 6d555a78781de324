package telar.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the commands for students say, in one language: {@code phrases.properties} and its translation. */
final class Phrases {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Phrases(Locale language) {
        bundle = ResourceBundle.getBundle("telar.cli.phrases", language, NO_FALLBACK);
    }

    /** @param language {@code en} or {@code es} */
    static Phrases in(String language) {
        return new Phrases(language.equals("es") ? new Locale("es") : Locale.ROOT);
    }

    /** The text of a key with its {@code %s} filled in. */
    String say(String key, Object... arguments) {
        return String.format(Locale.ROOT, bundle.getString(key), arguments);
    }
}
