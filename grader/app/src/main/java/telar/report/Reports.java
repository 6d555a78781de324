package telar.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import telar.score.Grade;

/** The formats that a grade can be rendered in. The entry of this package. */
public final class Reports {

    private static final Map<String, Format> FORMATS = new TreeMap<>(Map.of(
            "terminal", TerminalReport::render,
            "markdown", (grade, words, view) -> MarkdownReport.render(grade, words),
            "json", (grade, words, view) -> JsonReport.render(grade, words),
            "junit", (grade, words, view) -> JunitXmlReport.render(grade, words),
            "github", (grade, words, view) -> GithubReport.render(grade, words)));

    private Reports() {}

    /** The names of the formats, in alphabetical order. */
    public static List<String> formats() {
        return List.copyOf(FORMATS.keySet());
    }

    /**
     * Renders a grade.
     *
     * @param format one of {@link #formats}
     * @throws IllegalArgumentException for another name; the message lists the known ones
     */
    public static String render(String format, Grade grade, Words words, View view) {
        Format known = FORMATS.get(format);
        if (known == null) {
            throw new IllegalArgumentException(
                    "there is no report format \"" + format + "\"; choose one of " + String.join(", ", FORMATS.keySet()));
        }
        return known.render(grade, words, view);
    }

    /** A pure function from a grade to text. */
    interface Format {
        String render(Grade grade, Words words, View view);
    }
}
