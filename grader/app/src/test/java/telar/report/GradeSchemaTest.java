package telar.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** {@code docs/grade.schema.json} describes what the JSON format writes, and nothing else. */
class GradeSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("..", "..", "docs", "grade.schema.json");

    @TestFactory
    Stream<DynamicTest> everySampleFits() {
        return Samples.all().entrySet().stream().map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
            for (Locale language : List.of(SampleWords.ENGLISH, SampleWords.SPANISH)) {
                String text = Reports.render("json", sample.getValue(), new SampleWords(language), View.plain());
                assertThat(problems(JSON.readTree(text))).isEmpty();
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> brokenDocumentsAreRejected() {
        return Stream.of(
                        broken("a field is missing", root -> root.remove("seed")),
                        broken("a field is unknown", root -> root.put("students", 3)),
                        broken("another version", root -> root.put("version", 2)),
                        broken("a mode that there is not", root -> root.put("mode", "PRACTICE")),
                        broken("points are not whole", root -> score(root).put("earned", 1.5)),
                        broken("points are negative", root -> score(root).put("earned", -1)),
                        broken("an absent thing is left out", root -> check(root, 0).remove("hint")),
                        broken("an absent thing is empty", root -> check(root, 0).put("message", "")),
                        broken("a diagnosis that there is not", root -> check(root, 1).put("diagnosis", "BAD_LUCK")),
                        broken("a failure without a diagnosis", root -> check(root, 1).putNull("diagnosis")),
                        broken("a failure without a hint", root -> check(root, 1).putNull("hint")),
                        broken("a pass with a diagnosis", root -> check(root, 0).put("diagnosis", "DATA_RACE")),
                        broken("a pass that says not how strong it is", root -> check(root, 0).putNull("exploration")),
                        broken("an unknown strength", root -> exploration(root).put("strength", "MOST")),
                        broken("no run at all", root -> exploration(root).put("schedules", 0)),
                        broken("a schedule that a shell would obey", root -> counterexample(root).put("schedule", "0; rm x")),
                        broken("a step of thread -1", root -> step(root).put("thread", -1)),
                        broken("a step without its text", root -> step(root).remove("text")))
                .map(broken -> DynamicTest.dynamicTest(broken.name(), () -> {
                    JsonNode document = sample();
                    assertThat(problems(document)).isEmpty();
                    broken.breaking().accept((ObjectNode) document);
                    assertThat(problems(document)).isNotEmpty();
                }));
    }

    @Test
    void theNamesAreThoseOfTheWire() throws IOException {
        JsonNode properties = JSON.readTree(Files.readString(FILE)).at("/$defs/check/properties");
        assertThat(names(properties.at("/diagnosis/enum"))).isEqualTo(names(Diagnosis.values()));
        assertThat(names(properties.at("/property/enum"))).isEqualTo(names(Property.values()));
        assertThat(names(properties.at("/verdict/enum"))).isEqualTo(names(Telling.State.values()));
    }

    @Test
    void everyFieldIsDescribed() throws IOException {
        List<String> undescribed = new ArrayList<>();
        undescribed(JSON.readTree(Files.readString(FILE)), "", undescribed);
        assertThat(undescribed).isEmpty();
    }

    private static void undescribed(JsonNode node, String path, List<String> undescribed) {
        node.properties().forEach(field -> {
            String here = path + "/" + field.getKey();
            boolean declares = path.endsWith("/properties") && !path.contains("/allOf/");
            if (declares && !field.getValue().has("description") && !field.getValue().has("$ref")) {
                undescribed.add(here);
            }
            undescribed(field.getValue(), here, undescribed);
        });
    }

    private static Set<String> names(JsonNode values) {
        Set<String> names = new TreeSet<>();
        values.forEach(value -> {
            if (!value.isNull()) {
                names.add(value.asText());
            }
        });
        return names;
    }

    private static Set<String> names(Enum<?>[] values) {
        Set<String> names = new TreeSet<>();
        for (Enum<?> value : values) {
            names.add(value.name());
        }
        return names;
    }

    private static Set<ValidationMessage> problems(JsonNode document) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(FILE));
        return schema.validate(document);
    }

    private static JsonNode sample() throws IOException {
        return JSON.readTree(Reports.render(
                "json", Samples.all().get("two-threads-race"), new SampleWords(SampleWords.ENGLISH), View.plain()));
    }

    private static ObjectNode score(ObjectNode root) {
        return (ObjectNode) root.at("/score");
    }

    private static ObjectNode check(ObjectNode root, int index) {
        return (ObjectNode) root.at("/exercises/0/checks/" + index);
    }

    private static ObjectNode exploration(ObjectNode root) {
        return (ObjectNode) check(root, 0).get("exploration");
    }

    private static ObjectNode counterexample(ObjectNode root) {
        return (ObjectNode) check(root, 1).get("counterexample");
    }

    private static ObjectNode step(ObjectNode root) {
        return (ObjectNode) counterexample(root).at("/steps/0");
    }

    private static Broken broken(String name, Consumer<ObjectNode> breaking) {
        return new Broken(name, breaking);
    }

    private record Broken(String name, Consumer<ObjectNode> breaking) {}
}
