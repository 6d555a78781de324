package telar.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.score.Grade;

/** What a submission says never becomes markup, a terminal escape or a workflow command, in any format. */
class HostileTextTest {

    private static final Grade HOSTILE = Samples.all().get("hostile-text-stays-text");
    private static final Pattern ANNOTATION = Pattern.compile("::(error|warning|notice) [^:\\n]*::[^\\n]*");

    /** Even where the author's words and the place the code comes from are hostile. */
    private static final Words WORDS = new Words() {
        @Override
        public Locale language() {
            return SampleWords.ENGLISH;
        }

        @Override
        public Optional<OfCheck> of(Exercise exercise, Check check) {
            return Optional.of(new OfCheck(Samples.HOSTILE, Samples.HOSTILE, Samples.HOSTILE, Samples.HOSTILE));
        }
    };

    static List<String> formats() {
        return Reports.formats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noFormatLetsControlCharactersThrough(String format) {
        assertThat(render(format).codePoints().filter(c -> c != '\n').filter(HostileTextTest::isControl).toArray()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noFormatButTheOneForItHoldsAWorkflowCommand(String format) {
        String text = render(format);
        assertThat(text).doesNotContain("##[");
        List<String> commands = text.lines().filter(line -> line.strip().startsWith("::")).toList();
        if (format.equals("github")) {
            assertThat(commands).isEqualTo(text.lines().toList()).allMatch(line -> ANNOTATION.matcher(line).matches());
        } else {
            assertThat(commands).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aReplayCommandIsNeverMadeOfAHostileSchedule(String format) {
        assertThat(render(format)).doesNotContain("touch pwned");
    }

    @Test
    void noWidthOfATerminalMakesACommand() {
        for (int columns = 60; columns <= 160; columns++) {
            String text = Reports.render("terminal", HOSTILE, WORDS, new View(columns, View.Colours.NO, View.Signs.UNICODE));
            assertThat(text.lines().filter(line -> line.strip().startsWith("::"))).isEmpty();
        }
    }

    @Test
    void coloursAreTheOnlyEscapesInATerminal() {
        String text = Reports.render("terminal", HOSTILE, WORDS, new View(100, View.Colours.YES, View.Signs.UNICODE));
        assertThat(text).contains("\u001b[31m");
        assertThat(text.replaceAll("\u001b\\[(0|1|2|31|32|33)m", "")).doesNotContain("\u001b");
    }

    @Test
    void markdownHoldsNoMarkupOfTheSubmission() {
        String text = render("markdown");
        assertThat(text)
                .doesNotContain("<script", "</details></pre>", "@octocat", "](http", "www.", "`code`", "&lt;", "[x]", "#1 ", "://", "&#58;//")
                .contains("&#60;script&#62;", "<!-- -->&#64;octocat", "http&#58;<!-- -->//evil", "www<!-- -->.evil", "&#124;");
        assertThat(count(text, "<details>")).isEqualTo(count(text, "</details>")).isPositive();
        assertThat(count(text, "<code>")).isEqualTo(count(text, "</code>")).isPositive();
        assertThat(count(text, "<pre>")).isEqualTo(count(text, "</pre>")).isEqualTo(1);
        assertThat(count(text, "```")).isZero();
    }

    @Test
    void everyRowOfAMarkdownTableHasTheCellsOfItsHead() {
        int cells = 0;
        for (String line : render("markdown").lines().toList()) {
            if (!line.startsWith("|")) {
                cells = 0;
            } else if (cells == 0) {
                cells = count(line, "|");
            } else {
                assertThat(count(line, "|")).as(line).isEqualTo(cells);
            }
        }
    }

    @Test
    void xmlIsWellFormedAndKeepsTheText() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(render("junit"))));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent()).contains("<script>alert(1)</script> ]]> &lt;");
    }

    @Test
    void jsonKeepsTheText() throws Exception {
        String outcome = new ObjectMapper().readTree(render("json")).at("/exercises/0/checks/0/counterexample/outcome").asText();
        assertThat(outcome).contains("<script>alert(1)</script> ]]> &lt;\n").contains("`code` ```");
    }

    private static boolean isControl(int c) {
        return Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE
                || c == 0x2028
                || c == 0x2029
                || c >= 0xfffe && c <= 0xffff;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String render(String format) {
        return Reports.render(format, HOSTILE, WORDS, View.plain());
    }
}
