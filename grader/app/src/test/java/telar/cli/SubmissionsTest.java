package telar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Grades every folder of {@code src/test/resources/submissions} through the command line and compares with its {@code
 * expected.properties}: the exit code, what the problem says, and for each check its verdict and diagnosis.
 */
class SubmissionsTest {
    @TempDir private static Path temporary;
    private static FixtureKit kit;

    @BeforeAll
    static void aKit() {
        kit = FixtureKit.in(temporary.resolve("kit"));
    }

    @TestFactory
    Stream<DynamicTest> aSubmissionGetsWhatItsNameCallsFor() throws IOException {
        assertThat(FixtureKit.submissions()).hasSizeGreaterThan(8);
        return FixtureKit.submissions().stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    private static void check(String name) throws IOException {
        Path clone = FixtureKit.handIn(name, temporary.resolve(name));
        Path report = temporary.resolve(name + ".json");

        FixtureKit.Result result = kit.run("grade", clone.toString(), "--lang=en", "--report", "json=" + report);

        JsonNode grade = new ObjectMapper().readTree(report.toFile());
        JsonNode subject = grade.at("/exercises/0");
        JsonNode bystander = grade.at("/exercises/1");
        Map<String, String> seen = verdicts(subject);
        seen.put("exit", String.valueOf(result.exit()));
        assertThat(subject.at("/slug").asText()).isEqualTo("turn-counter");
        Properties expected = new Properties();
        try (Reader reader = Files.newBufferedReader(FixtureKit.expectations(name))) {
            expected.load(reader);
        }
        String problem = (String) expected.remove("problem");
        assertThat(seen).as("%s", subject.toPrettyString()).containsExactlyInAnyOrderEntriesOf(strings(expected));
        if (problem == null) {
            assertThat(subject.at("/problem").isNull()).isTrue();
        } else {
            assertThat(subject.at("/problem").asText()).contains(problem);
        }

        assertThat(verdicts(bystander))
                .as("the other exercise of the same run")
                .isEqualTo(new TreeMap<>(Map.of("answers", "PASSED", "answersInRealTime", "PASSED", "letsPeopleIn", "PASSED")));
        assertThat(result.output()).as("the report went to its file").isEmpty();
        assertThat(result.errors()).contains("2/2  ").contains("quiet-door  100/100");
    }

    private static Map<String, String> verdicts(JsonNode exercise) {
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode check : exercise.at("/checks")) {
            String diagnosis = check.at("/diagnosis").isNull() ? "" : " " + check.at("/diagnosis").asText();
            verdicts.put(check.at("/id").asText(), check.at("/verdict").asText() + diagnosis);
        }
        return verdicts;
    }

    private static Map<String, String> strings(Properties properties) {
        Map<String, String> strings = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> strings.put(key, properties.getProperty(key)));
        return strings;
    }
}
