package telar.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.exercise.Catalog;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.exercise.KitException;
import telar.run.ForkedJvm;
import telar.run.IsolatedJvm;
import telar.run.Outcome;
import telar.score.ExerciseGrade;
import telar.score.Grade;
import telar.score.Score;
import telar.submission.Intake;
import telar.submission.Submission;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;
import telar.wire.Diagnosis;
import telar.wire.Observation;

class GradingTest {
    private static final Path KIT = Path.of("src/test/resources/kit");
    private static final String HANGS =
            """
            package quietdoor;

            public class Door {
                public String knock() {
                    try {
                        new java.util.concurrent.CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "";
                }
            }
            """;

    @TempDir private Path home;
    private Catalog catalog;
    private Exercise door;

    @BeforeEach
    void aKit() throws IOException {
        copy(KIT, home);
        catalog = Catalog.open(home);
        door = catalog.exercise("quiet-door");
    }

    @Test
    void aHangingCheckIsCaughtAndTheLaterOnesStillRun() {
        Grading grading = new Grading(catalog, Settings.usual().withPatience(Duration.ofSeconds(10)));

        Map<String, Verdict> verdicts = verdicts(grading.grade(door, new Submission("a test", Map.of("quietdoor/Door.java", HANGS))));

        assertThat(verdicts).containsOnlyKeys("answers", "answersInRealTime", "letsPeopleIn");
        assertThat(((Verdict.Failed) verdicts.get("answersInRealTime")).diagnosis()).isEqualTo(Diagnosis.TIME_LIMIT);
        assertThat(((Verdict.Failed) verdicts.get("answersInRealTime")).feedback().happened()).startsWith("> 10 s").contains("Door.java:6");
        assertThat(((Verdict.Failed) verdicts.get("letsPeopleIn")).diagnosis()).isIn(Diagnosis.DEADLOCK, Diagnosis.MISSED_SIGNAL);
    }

    @Test
    void aJvmThatDoesNotStartIsTheJudgesFault() {
        IsolatedJvm none =
                (submission, folders, checks, seed, replay) ->
                        checks.stream().collect(Collectors.toMap(Check::id, check -> new Outcome.NotStarted("no JVM here")));

        ExerciseGrade grade = new Grading(catalog, Settings.usual(), none).grade(door, reference());

        assertThat(verdicts(grade).values()).containsOnly(new Verdict.JudgeError("no JVM here"));
        assertThat(grade.needsReview()).isTrue();
        assertThat(List.of(grade.score().earned(), grade.score().possible())).containsExactly(0, 100);
    }

    @Test
    void aFaultOfTheGraderInOneExerciseLeavesTheOthersTheirGrade() {
        IsolatedJvm falters =
                (submission, folders, checks, seed, replay) -> {
                    if (checks.get(0).className().startsWith("turncounter")) {
                        throw new IllegalStateException("out of order");
                    }
                    return passed(checks);
                };

        Grade grade = grade(falters, 2);

        assertThat(verdicts(grade.exercises().get(0)).values())
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict).isInstanceOfSatisfying(Verdict.JudgeError.class, e -> assertThat(e.cause()).contains("out of order")));
        assertThat(grade.needsReview()).isTrue();
        assertThat(grade.exercises().get(1).score()).isEqualTo(new Score(100, 100));
    }

    @Test
    void howManyAreGradedAtOnceChangesNothing() {
        IsolatedJvm jvm = new ForkedJvm(Duration.ofMinutes(3));

        Grade one = grade(jvm, 1);
        Grade many = grade(jvm, 4);

        assertThat(many).isEqualTo(one);
        assertThat(one.exercises()).extracting(e -> e.exercise().slug()).containsExactly("turn-counter", "quiet-door");
        assertThat(one.score()).isEqualTo(new Score(200, 200));
        assertThat(one.mode()).isEqualTo(Grade.Mode.OFFICIAL);
    }

    @Test
    void withoutSolutionsTheVisibleTestsShareAllPoints() throws IOException {
        Path tests = home.resolve("template/exercises/turn-counter/src/test/java/turncounter/TurnCounterTest.java");
        copy(KIT.resolve("exercises"), home.resolve("template/exercises"));
        Files.writeString(
                tests,
                Files.readString(tests)
                        .replace("@Test", "@Test void a() { new TurnCounter().next(); } @Test void b() { new TurnCounter().last(); } @Test"));
        Catalog template = Catalog.open(home.resolve("template"));
        Submission right = Submission.of("the reference", KIT.resolve("solutions/turn-counter/src/main/java"));

        ExerciseGrade grade = new Grading(template, Settings.usual()).grade(template.exercise("turn-counter"), right);

        assertThat(grade.results()).extracting(result -> result.check().id()).containsExactly("a", "b", "startsAtOne");
        assertThat(grade.results()).extracting(result -> result.check().points()).containsExactly(34, 33, 33);
        assertThat(grade.score()).isEqualTo(new Score(100, 100));
    }

    @Test
    void anExerciseForANewerJavaCostsNothing() throws IOException {
        Path manifest = home.resolve("exercises/quiet-door/exercise.properties");
        Files.writeString(manifest, Files.readString(manifest).replace("since=17", "since=99"));
        catalog = Catalog.open(home);

        ExerciseGrade grade = new Grading(catalog, Settings.usual()).grade(catalog.exercise("quiet-door"), reference());

        assertThat(grade.problem()).contains("needs Java 99").contains("JAVA_HOME");
        assertThat(grade.score()).isEqualTo(new Score(0, 0));
    }

    @Test
    void aKitThatDoesNotCompileIsTheStaffsFault() throws IOException {
        Files.writeString(home.resolve("solutions/quiet-door/src/test/java/quietdoor/DoorChecks.java"), "package quietdoor; class DoorChecks {");

        assertThatThrownBy(() -> new Grading(catalog, Settings.usual()).grade(door, reference()))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("The kit's own hidden of quiet-door does not compile")
                .hasMessageContaining("quietdoor/DoorChecks.java:1");
    }

    @Test
    void theKitIsCompiledOnceForEachContent() throws IOException {
        IsolatedJvm jvm = (submission, folders, checks, seed, replay) -> passed(checks);
        Path checks = home.resolve("solutions/quiet-door/src/test/java/quietdoor/DoorChecks.java");

        grade(jvm, 2);
        List<String> first = cached();
        grade(jvm, 2);
        List<String> second = cached();
        Files.writeString(checks, Files.readString(checks) + "// another thought\n");
        grade(jvm, 2);

        assertThat(first).hasSize(6); // a reference, visible tests and hidden checks, twice
        assertThat(second).isEqualTo(first);
        assertThat(cached()).hasSize(7).containsAll(first);
    }

    @Test
    void aFileThatIsNotHandedInIsNamedWhereTheCompilerMissesIt() {
        Submission lacks =
                new Submission("a test", Map.of("quietdoor/Door.java", "package quietdoor; class Door extends Wood {}"), List.of("quietdoor/deep/Wood.java"));

        assertThat(new Grading(catalog, Settings.usual()).grade(door, lacks).problem())
                .contains("cannot find symbol")
                .contains("Not handed in, so the compiler does not see it: quietdoor/deep/Wood.java. Only these files are: quietdoor/Door.java.");
    }

    private Grade grade(IsolatedJvm jvm, int parallelism) {
        Intake intake;
        try {
            copy(KIT.resolve("solutions"), home.resolve("clone"));
            intake = new Intake(home.resolve("clone"), catalog.exercises());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Settings settings = new Settings(7, parallelism, Duration.ofMinutes(3));
        return new Grading(catalog, settings, jvm).grade(catalog.exercises(), intake, new Grading.Progress() {
            @Override
            public void begins(Exercise exercise) {}

            @Override
            public void ends(ExerciseGrade grade) {}
        });
    }

    private static Map<String, Outcome> passed(List<Check> checks) {
        return checks.stream()
                .collect(
                        Collectors.toMap(
                                Check::id,
                                check ->
                                        new Outcome.Observed(
                                                new Observation(check.id(), Observation.Outcome.PASSED, "ALL", 1, 1, 1, Optional.empty(), ""), "17")));
    }

    private List<String> cached() throws IOException {
        try (Stream<Path> folders = Files.list(home.resolve(".telar/cache"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    private Submission reference() {
        return Submission.of("the reference", KIT.resolve("solutions/quiet-door/src/main/java"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Map<String, Verdict> verdicts(ExerciseGrade grade) {
        return grade.results().stream().collect(Collectors.toMap(result -> result.check().id(), CheckResult::verdict, (a, b) -> a));
    }
}
