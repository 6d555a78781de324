package telar.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every workflow must hold to: the rules that keep submitted code from a runner's credentials. */
class WorkflowsTest {
    private static final Path WORKFLOWS = RealKit.home().resolve(".github/workflows");
    private static final Pattern PINNED = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+@[0-9a-f]{40}");
    private static final Pattern PINNED_LINE = Pattern.compile("\\s*(- )?uses: [a-z0-9-]+/[a-z0-9-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");

    @Test
    void theseAreTheWorkflows() throws IOException {
        assertThat(files().stream().map(file -> file.getFileName().toString()))
                .containsExactly("build.yml", "grade.yml", "official-grade.yml");
    }

    @TestFactory
    Stream<DynamicTest> everyActionIsPinnedByCommitAndNamesItsTag() throws IOException {
        return forEachFile(
                (file, workflow) -> {
                    List<String> actions = steps(workflow).stream().map(step -> step.path("uses").asText()).filter(u -> !u.isEmpty()).toList();
                    assertThat(actions).isNotEmpty().allMatch(action -> PINNED.matcher(action).matches());
                    assertThat(Files.readAllLines(file).stream().filter(line -> line.contains("uses:")))
                            .hasSameSizeAs(actions)
                            .allMatch(line -> PINNED_LINE.matcher(line).matches());
                });
    }

    @TestFactory
    Stream<DynamicTest> noPermissionGoesBeyondReadingTheRepository() throws IOException {
        return forEachFile(
                (file, workflow) -> {
                    assertThat(workflow.has("permissions")).as("permissions of the workflow").isTrue();
                    List<JsonNode> all = new ArrayList<>(List.of(workflow.get("permissions")));
                    jobs(workflow).forEach((name, job) -> {
                        if (job.has("permissions")) {
                            all.add(job.get("permissions"));
                        }
                    });
                    assertThat(all).allSatisfy(permissions -> {
                        assertThat(permissions.isObject()).as("permissions are listed one by one").isTrue();
                        permissions.properties().forEach(p -> assertThat(p.getKey() + ": " + p.getValue().asText()).isEqualTo("contents: read"));
                    });
                });
    }

    @TestFactory
    Stream<DynamicTest> everyJobEndsByItself() throws IOException {
        return forEachFile(
                (file, workflow) ->
                        jobs(workflow).forEach((name, job) -> assertThat(job.path("timeout-minutes").asInt()).as(name).isBetween(1, 60)));
    }

    @TestFactory
    Stream<DynamicTest> noScriptHoldsAnExpression() throws IOException {
        return forEachFile(
                (file, workflow) ->
                        assertThat(steps(workflow).stream().map(step -> step.path("run").asText())).noneMatch(script -> script.contains("${{")));
    }

    @TestFactory
    Stream<DynamicTest> noCheckoutLeavesItsCredentialsBehind() throws IOException {
        return forEachFile(
                (file, workflow) -> {
                    List<JsonNode> checkouts =
                            steps(workflow).stream().filter(step -> step.path("uses").asText().startsWith("actions/checkout@")).toList();
                    assertThat(checkouts)
                            .isNotEmpty()
                            .allMatch(step -> step.path("with").path("persist-credentials").asText().equals("false"));
                });
    }

    @TestFactory
    Stream<DynamicTest> noTriggerMixesForeignCodeWithOwnCredentials() throws IOException {
        return forEachFile(
                (file, workflow) -> {
                    assertThat(triggers(workflow)).isNotEmpty().isSubsetOf("push", "pull_request", "workflow_dispatch");
                    assertThat(Files.readString(file)).doesNotContain("pull_request_target");
                });
    }

    @TestFactory
    Stream<DynamicTest> aJobThatGradesHasNoSecretAndLeavesNoCache() throws IOException {
        return forEachFile(
                (file, workflow) ->
                        jobs(workflow).forEach((name, job) -> {
                            if (steps(List.of(job)).stream().anyMatch(step -> step.path("run").asText().contains("telar grade"))) {
                                assertThat(job.toString()).as(name).doesNotContain("secrets.", "github.token", "\"cache\"");
                                assertThat(job.toString()).as(name).contains("::stop-commands::");
                            }
                        }));
    }

    private interface Rule {
        void check(Path file, JsonNode workflow) throws IOException;
    }

    private static Stream<DynamicTest> forEachFile(Rule rule) throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> rule.check(file, new YAMLMapper().readTree(file.toFile()))));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.sorted().toList();
        }
    }

    private static Map<String, JsonNode> jobs(JsonNode workflow) {
        Map<String, JsonNode> jobs = new java.util.TreeMap<>();
        workflow.path("jobs").properties().forEach(job -> jobs.put(job.getKey(), job.getValue()));
        assertThat(jobs).isNotEmpty();
        return jobs;
    }

    private static List<JsonNode> steps(JsonNode workflow) {
        return steps(jobs(workflow).values());
    }

    private static List<JsonNode> steps(Iterable<JsonNode> jobs) {
        List<JsonNode> steps = new ArrayList<>();
        jobs.forEach(job -> job.path("steps").forEach(steps::add));
        assertThat(steps).isNotEmpty();
        return steps;
    }

    private static List<String> triggers(JsonNode workflow) {
        List<String> triggers = new ArrayList<>();
        workflow.path("on").fieldNames().forEachRemaining(triggers::add);
        return triggers;
    }
}
