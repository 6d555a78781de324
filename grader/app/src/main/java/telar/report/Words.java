package telar.report;

import java.util.Locale;
import java.util.Optional;
import telar.exercise.Check;
import telar.exercise.Exercise;

/** What the exercises themselves say to a reader, in the report's language: the texts that stand beside the checks. */
public interface Words {

    /** The report's language; every text of the report is in it. */
    Locale language();

    /** What the author wrote about a check; empty where nothing was written. */
    Optional<OfCheck> of(Exercise exercise, Check check);

    /** Words without any author's text: titles are then made from the checks' names. */
    static Words none(Locale language) {
        return new Words() {
            @Override
            public Locale language() {
                return language;
            }

            @Override
            public Optional<OfCheck> of(Exercise exercise, Check check) {
                return Optional.empty();
            }
        };
    }

    /**
     * The four texts of one check.
     *
     * @param title the sentence that it checks
     * @param failed what happened when it fails, in one sentence
     * @param why why that is wrong
     * @param hint one hint
     */
    record OfCheck(String title, String failed, String why, String hint) {}
}
