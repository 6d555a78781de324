package telar.report;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import telar.exercise.Check;
import telar.exercise.Exercise;

/** Authors' texts for the {@link Samples}, in the form in which they stand beside real checks. */
record SampleWords(Locale language) implements Words {

    static final Locale ENGLISH = Locale.ENGLISH;
    static final Locale SPANISH = new Locale("es");

    @Override
    public Optional<OfCheck> of(Exercise exercise, Check check) {
        ResourceBundle feedback = ResourceBundle.getBundle(
                "telar.report.feedback",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String id = check.id();
        return feedback.containsKey(id + ".title")
                ? Optional.of(new OfCheck(
                        feedback.getString(id + ".title"),
                        feedback.getString(id + ".failed"),
                        feedback.getString(id + ".why"),
                        feedback.getString(id + ".hint")))
                : Optional.empty();
    }
}
