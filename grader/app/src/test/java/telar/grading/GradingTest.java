package telar.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.exercise.Catalog;
import telar.exercise.Check;
import telar.exercise.Exercise;
import telar.run.IsolatedJvm;
import telar.run.Outcome;
import telar.score.ExerciseGrade;
import telar.submission.Submission;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;
import telar.wire.Diagnosis;

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
        try (Stream<Path> files = Files.walk(KIT)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = home.resolve(KIT.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
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

    private Submission reference() {
        return Submission.of("the reference", KIT.resolve("solutions/quiet-door/src/main/java"));
    }

    private static Map<String, Verdict> verdicts(ExerciseGrade grade) {
        return grade.results().stream().collect(Collectors.toMap(result -> result.check().id(), CheckResult::verdict, (a, b) -> a));
    }
}
