package telar.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import telar.compile.Compilation;
import telar.compile.SourceCompiler;
import telar.exercise.Check;
import telar.wire.TimeMode;

/** What the parent makes of children that do as they should and of children that do not; each is a few lines in {@code children/}. */
class ForkedJvmTest {
    private static final Path CHILDREN = Path.of("target", "test-classes", "children");

    @TempDir
    Path folder;

    @Test
    void whatAnHonestChildSawIsKept() throws Exception {
        assertThat(kinds("is-honest")).containsExactly("first Observed", "second Observed", "third Observed");
    }

    @Test
    void aChildThatDiesCostsOnlyTheCheckThatRan() throws Exception {
        Map<String, Outcome> outcomes = run("dies-in-the-second-check");

        assertThat(kinds(outcomes)).containsExactly("first Observed", "second Died", "third Observed");
        assertThat(outcomes.get("second")).isInstanceOfSatisfying(Outcome.Died.class, died -> assertThat(died.how()).contains("exit code 7"));
    }

    @Test
    void aChildThatHangsCostsOnlyTheCheckThatRanAndSaysWhereItIs() throws Exception {
        Map<String, Outcome> outcomes = run("hangs-in-the-second-check-and-says-where");

        assertThat(kinds(outcomes)).containsExactly("first Observed", "second Hung", "third Observed");
        assertThat(outcomes.get("second")).isEqualTo(new Outcome.Hung(Duration.ofSeconds(5), "main waits in take at Box.java:9"));
    }

    @Test
    void aChildThatDoesNotEvenAnswerIsEnded() throws Exception {
        Map<String, Outcome> outcomes = run("hangs-in-the-second-check-and-does-not-answer");

        assertThat(kinds(outcomes)).containsExactly("first Observed", "second Hung", "third Observed");
        assertThat(outcomes.get("second")).isEqualTo(new Outcome.Hung(Duration.ofSeconds(5), ""));
    }

    @Test
    void aChildThatIsNeverReadyIsTheGradersFault() throws Exception {
        Map<String, Outcome> outcomes = run("dies-before-it-is-ready");

        assertThat(kinds(outcomes)).containsExactly("first NotStarted", "second NotStarted", "third NotStarted");
        assertThat(outcomes.get("first"))
                .isInstanceOfSatisfying(Outcome.NotStarted.class, e -> assertThat(e.reason()).contains("no memory for you"));
    }

    @Test
    void nothingThatAnUnfitChildSaysCounts() throws Exception {
        assertThat(run("is-unfit").values()).containsOnly(new Outcome.Unfit("found no race"));
    }

    @Test
    void whatIsNotSealedIsNeverAPass() throws Exception {
        Map<String, Outcome> outcomes = run("writes-without-the-key-in-the-second-check");

        assertThat(kinds(outcomes)).containsExactly("first Observed", "second Tampered", "third Observed");
        assertThat(outcomes.get("second"))
                .isInstanceOfSatisfying(Outcome.Tampered.class, e -> assertThat(e.how()).contains("not written with this run's key"));
    }

    @Test
    void anEndBeforeTheLastCheckIsNeverAPass() throws Exception {
        assertThat(kinds("says-that-it-has-finished-in-the-second-check"))
                .containsExactly("first Observed", "second Observed", "third Tampered");
    }

    @Test
    void anEndWithoutAnyCheckIsNeverAPass() throws Exception {
        assertThat(kinds("finishes-without-a-check")).containsExactly("first Tampered", "second Tampered", "third Tampered");
    }

    @Test
    void aCheckThatNobodyPlannedIsNotBelieved() throws Exception {
        assertThat(kinds("tells-of-a-check-that-nobody-planned"))
                .containsExactly("first Tampered", "second Tampered", "third Tampered");
    }

    @Test
    void aGigabyteOnStandardOutputIsDrained() throws Exception {
        assertThat(kinds(run("prints-a-gigabyte-in-the-second-check", Duration.ofMinutes(3))))
                .containsExactly("first Observed", "second Observed", "third Observed");
    }

    private List<String> kinds(String child) throws Exception {
        return kinds(run(child));
    }

    private static List<String> kinds(Map<String, Outcome> outcomes) {
        return Stream.of("first", "second", "third").map(id -> id + " " + outcomes.get(id).getClass().getSimpleName()).toList();
    }

    private Map<String, Outcome> run(String child) throws IOException {
        return run(child, Duration.ofSeconds(5));
    }

    private Map<String, Outcome> run(String child, Duration patience) throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(compiled(child)));
        classPath.addAll(ChildClassPath.entries());
        List<Check> checks = Stream.of("first", "second", "third").map(ForkedJvmTest::check).toList();
        Path classes = Files.createDirectories(folder.resolve("submission"));
        return new ForkedJvm(patience, classPath, Optional.empty()).run(classes, List.of(), checks, 1, "");
    }

    private Path compiled(String child) throws IOException {
        String source = Files.readString(CHILDREN.resolve(child).resolve("telar/harness/Main.java"));
        Compilation compilation =
                new SourceCompiler()
                        .compile(Map.of("telar/harness/Main.java", source), ChildClassPath.entries(), 17, folder.resolve("child"));
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        return ((Compilation.Compiled) compilation).classes();
    }

    private static Check check(String id) {
        return new Check(id, "some.Checks", Optional.empty(), 1, false, TimeMode.IDEAL, 1);
    }
}
