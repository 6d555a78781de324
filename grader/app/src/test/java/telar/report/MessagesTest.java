package telar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import telar.verdict.Rule;
import telar.wire.Diagnosis;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(properties("_es").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(properties("").stringPropertyNames());
    }

    @Test
    void bothLanguagesFillInTheSameThings() throws IOException {
        Properties spanish = properties("_es");
        properties("").forEach((key, text) ->
                assertThat(placeholders(spanish.getProperty((String) key))).as((String) key).isEqualTo(placeholders((String) text)));
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        for (String suffix : List.of("", "_es")) {
            List<String> keys = text(suffix).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).map(l -> l.split("=")[0]).toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void spanishIsNotEnglish() throws IOException {
        Properties spanish = properties("_es");
        properties("").forEach((key, text) -> {
            if (!key.equals("total")) { // the same word
                assertThat(spanish.getProperty((String) key)).as((String) key).isNotEqualTo(text);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyDiagnosisRuleAndVerdictHasItsTexts(String language) {
        Messages messages = Messages.in(Locale.forLanguageTag(language));
        for (Diagnosis diagnosis : Diagnosis.values()) {
            assertThat(messages.name(diagnosis)).isNotBlank().doesNotEndWith(".");
            assertThat(messages.explanation(diagnosis)).isNotBlank().endsWith(".");
            assertThat(messages.hint(diagnosis)).isNotBlank().endsWith(".");
        }
        for (Rule rule : Rule.values()) {
            assertThat(messages.rule(rule)).isNotBlank().endsWith(".");
        }
        for (Telling.State state : Telling.State.values()) {
            assertThat(messages.get("verdict." + state)).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | ALL        | 1      | the only interleaving there is",
        "en | ALL        | 1204   | all 1,204 interleavings",
        "es | ALL        | 1204   | los 1204 entrelazados posibles",
        "en | BOUNDED:1  | 30     | all interleavings with at most 1 preemption (30 tried), not all there are",
        "en | BOUNDED:2  | 12345  | all interleavings with at most 2 preemptions (12,345 tried), not all there are",
        "en | SAMPLED    | 2000   | 2,000 sampled interleavings, not all",
        "en | OBSERVED   | 1      | observed once, in real time",
        "es | SEQUENTIAL | 1      | no hubo nada concurrente",
    })
    void aPassSaysHowStrongItIs(String language, String strength, int schedules, String phrase) {
        assertThat(Messages.in(Locale.forLanguageTag(language)).strength(strength, schedules)).isEqualTo(phrase);
    }

    @Test
    void nothingIsSaidOfWhatNeverRan() {
        assertThat(Messages.in(Locale.ENGLISH).strength("NONE", 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | 0       | 0",
        "en | 999     | 999",
        "en | 1000    | 1,000",
        "en | 1234567 | 1,234,567",
        "en | -1000   | -1,000",
        "en | -100    | -100",
        "es | 9999    | 9999",
    })
    void numbersAreGroupedAsTheLanguageDoes(String language, int number, String text) {
        assertThat(Messages.in(Locale.forLanguageTag(language)).number(number)).isEqualTo(text);
    }

    @Test
    void spanishGroupsWithAHardSpaceFromFiveDigitsOn() {
        assertThat(Messages.in(new Locale("es")).number(12_345)).isEqualTo("12\u00a0345");
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("es", "ES"));
            assertThat(Messages.in(Locale.ENGLISH).get("verdict.PASSED")).isEqualTo("passed");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> placeholders(String text) {
        return List.copyOf(new TreeSet<>(PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList()));
    }

    private static Properties properties(String suffix) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new StringReader(text(suffix))) {
            properties.load(reader);
        }
        return properties;
    }

    private static String text(String suffix) throws IOException {
        try (var in = Messages.class.getResourceAsStream("messages" + suffix + ".properties")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
