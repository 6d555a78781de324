package telar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import telar.score.ExerciseGrade;
import telar.score.Grade;

class ReportsTest {

    private static final Words WORDS = new SampleWords(SampleWords.ENGLISH);

    static List<String> samples() {
        return List.copyOf(Samples.all().keySet());
    }

    @Test
    void anUnknownFormatIsToldTheKnownOnes() {
        assertThatThrownBy(() -> Reports.render("pdf", Samples.official(), WORDS, View.plain()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no report format \"pdf\"; choose one of github, json, junit, markdown, terminal");
    }

    @Test
    void anEmptyGradeHasAReportInEveryFormat() {
        for (String format : Reports.formats()) {
            assertThat(Reports.render(format, Samples.official(), WORDS, View.plain())).isNotEmpty().endsWith("\n");
        }
    }

    @Test
    void withoutAnAuthorsWordsTheNamesOfTheChecksSpeak() {
        String text = Reports.render("terminal", Samples.all().get("two-threads-race"), Words.none(Locale.ENGLISH), View.plain());
        assertThat(text).contains("No like is lost", "Find every place that touches this variable");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noLineOfATerminalIsTooLongButTheCommandToCopy(String sample) {
        for (int columns : new int[] {60, 80, 100, 160}) {
            View view = new View(columns, View.Colours.NO, View.Signs.UNICODE);
            Reports.render("terminal", Samples.all().get(sample), WORDS, view).lines()
                    .filter(line -> !line.contains("./telar replay"))
                    .forEach(line -> assertThat(Layout.width(line)).as(line).isLessThanOrEqualTo(columns));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void coloursChangeNothingButColour(String sample) {
        Grade grade = Samples.all().get(sample);
        String coloured = Reports.render("terminal", grade, WORDS, new View(100, View.Colours.YES, View.Signs.UNICODE));
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(Reports.render("terminal", grade, WORDS, View.plain()));
        assertThat(coloured).contains("\u001b[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "windows-1252"})
    void anEnglishReportNeedsOnlyAsciiAndASpanishOneOnlyItsLetters(String charset) {
        View view = View.plain().in(Charset.forName(charset));
        for (String sample : List.of("every-check-passes", "two-threads-race", "a-long-interleaving-is-folded", "checks-have-no-verdict")) {
            Grade grade = Samples.all().get(sample);
            String english = Reports.render("terminal", grade, WORDS, view);
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(english)).as(english).isTrue();
            String spanish = Reports.render("terminal", grade, new SampleWords(SampleWords.SPANISH), view);
            assertThat(StandardCharsets.ISO_8859_1.newEncoder().canEncode(spanish)).as(spanish).isTrue();
        }
        assertThat(View.plain().in(StandardCharsets.UTF_8).signs()).isEqualTo(View.Signs.UNICODE);
    }

    @Test
    void markdownIsCutAtAWholeRowAndSaysSo() {
        Grade grade = Samples.all().get("two-threads-race");
        String whole = MarkdownReport.render(grade, WORDS);
        String notice = "The report was cut here";
        assertThat(whole).doesNotContain(notice);
        int size = whole.getBytes(StandardCharsets.UTF_8).length;
        for (int limit = 400; limit < size + 200; limit += 3) {
            String cut = MarkdownReport.render(grade, WORDS, limit);
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(limit);
            if (!cut.equals(whole)) {
                assertThat(cut).endsWith("> **" + notice + ": it would be larger than GitHub shows. The JSON report has everything.**\n");
                assertThat(cut.contains("<details>")).isEqualTo(cut.contains("</details>"));
                assertThat(cut.lines().filter(line -> line.startsWith("|"))).allMatch(line -> line.endsWith("|"));
            }
        }
    }

    @Test
    void markdownOfAHugeGradeStaysBelowOneMebibyte() {
        ExerciseGrade long1 = Samples.dinner(Samples.longRun(400));
        Grade grade = Samples.official(IntStream.range(0, 600).mapToObj(i -> long1).toArray(ExerciseGrade[]::new));
        int size = Reports.render("markdown", grade, WORDS, View.plain()).getBytes(StandardCharsets.UTF_8).length;
        assertThat(size).isBetween(1_000_000, 1024 * 1024 - 1);
    }

    @Test
    void githubGetsTenErrorsTenWarningsAndTheNumberOfTheRest() {
        ExerciseGrade failed = Samples.likes(Samples.race(), Samples.inconclusive(), Samples.unfit());
        Grade grade = Samples.official(IntStream.range(0, 12).mapToObj(i -> failed).toArray(ExerciseGrade[]::new));
        List<String> lines = Reports.render("github", grade, WORDS, View.plain()).lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(50);
        assertThat(lines.stream().filter(line -> line.startsWith("::error "))).hasSize(10);
        assertThat(lines.stream().filter(line -> line.startsWith("::warning "))).hasSize(10);
        assertThat(lines).contains(
                "::notice title=Telar::2 more failed checks are in the report.",
                "::notice title=Telar::14 more checks without a verdict are in the report.");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void junitXmlHoldsOnlyWhatBuildServersKnow(String sample) throws Exception {
        junit().validate(new StreamSource(new StringReader(Reports.render("junit", Samples.all().get(sample), WORDS, View.plain()))));
    }

    @Test
    void theJunitSchemaCanReject() throws Exception {
        Validator junit = junit();
        assertThatThrownBy(() -> junit.validate(new StreamSource(new StringReader("<testsuites><testsuite name='a'><oops/></testsuite></testsuites>"))))
                .isInstanceOf(SAXException.class);
    }

    private static Validator junit() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ReportsTest.class.getResource("junit-report.xsd"))
                .newValidator();
    }
}
