package telar.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.harness.Fixtures.real;
import static telar.harness.Fixtures.virtual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import telar.wire.Diagnosis;
import telar.wire.Fact;
import telar.wire.Observation;
import telar.wire.Observation.FailureSeen;
import telar.wire.Observation.Outcome;
import telar.wire.Plan.PlannedCheck;
import telar.wire.TimeMode;

/** Whole runs of a child JVM, from the plan to the last fact. */
@Timeout(600) // a net: nothing here is a matter of speed
class MainTest {
    private static final byte[] KEY = "a key for one run, known to both".getBytes();

    @TempDir Path folder;

    @Test
    void whatPassesIsSeenToPass() throws Exception {
        var seen =
                observe(
                        virtual("passes"),
                        virtual("passesAfterPreparation"),
                        virtual("passesAPlannedFailure"),
                        virtual("passesWhenTheyMeet"),
                        virtual("passesInVirtualTime"),
                        virtual("passesWithAwaitility"),
                        virtual("passesQuietly"),
                        real("passesInRealTime"));
        assertThat(seen.values())
                .allSatisfy(
                        observation ->
                                assertThat(observation.outcome()).as(observation.toString()).isEqualTo(Outcome.PASSED));
    }

    @Test
    void whatFailsIsSeenToFailInItsWay() throws Exception {
        var seen =
                observe(
                        virtual("findsTheRace"),
                        virtual("findsTheLostUpdate"),
                        virtual("findsTheDeadlock"),
                        virtual("findsTheMissedSignal"),
                        virtual("findsTheExit"),
                        virtual("findsTheEndlessLoop"),
                        virtual("findsTheUncaughtException"),
                        virtual("findsTooManyAtOnce"),
                        virtual("findsThatNobodyMeets"),
                        virtual("findsTheThreadLeftBehind"),
                        virtual("findsItsNameForWhatIsWrong"),
                        new PlannedCheck(
                                "findsTheSleep", "checks.VirtualChecks", "findsTheSleep", TimeMode.ADVERSARIAL, 2_000, 20_000, ""));
        Map<String, String> kinds = new LinkedHashMap<>();
        seen.forEach((id, observation) -> kinds.put(id, summary(observation)));
        assertThat(kinds)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("findsTheRace", "DATA_RACE"),
                                Map.entry("findsTheLostUpdate", "ASSERTION LOST_UPDATE"),
                                Map.entry("findsTheDeadlock", "DEADLOCK LOCK_CYCLE"),
                                Map.entry("findsTheMissedSignal", "DEADLOCK WAITS_FOR_SIGNAL"),
                                Map.entry("findsTheExit", "EXIT"),
                                Map.entry("findsTheEndlessLoop", "NO_PROGRESS"),
                                Map.entry("findsTheUncaughtException", "EXCEPTION java.lang.IllegalStateException"),
                                Map.entry("findsTooManyAtOnce", "ASSERTION TOO_MANY_AT_ONCE"),
                                Map.entry("findsThatNobodyMeets", "DEADLOCK WAITS_FOR_COMPANY"),
                                Map.entry("findsTheThreadLeftBehind", "ASSERTION THREAD_LEFT_BEHIND"),
                                Map.entry("findsItsNameForWhatIsWrong", "ASSERTION LIVELOCK"),
                                Map.entry("findsTheSleep", "ASSERTION DEPENDS_ON_SLEEP")));
    }

    @Test
    void anExceptionWhoseMethodsThrowIsSeenAsWhatItIs() throws Exception {
        var seen = observe(virtual("findsAnExceptionThatLies"));
        assertThat(summary(seen.get("findsAnExceptionThatLies"))).isEqualTo("EXCEPTION submitted.Trouble$Liar");
    }

    @Test
    void aThreadIsNoDaemonUnlessItIsMadeOne() throws Exception {
        var seen = observe(virtual("findsTheThreadThatIsNoDaemon"));
        assertThat(summary(seen.get("findsTheThreadThatIsNoDaemon"))).isEqualTo("ASSERTION NOT_A_DAEMON");
    }

    @Test
    void aFailureCanBeReplayed() throws Exception {
        var found = observe(virtual("findsTheLostUpdate")).get("findsTheLostUpdate").failure().orElseThrow();
        assertThat(found.steps()).isNotEmpty().allSatisfy(step -> assertThat(step.thread()).isLessThan(found.threads().size()));
        assertThat(found.threads()).contains("first", "second");
        var again =
                new PlannedCheck(
                        "again", "checks.VirtualChecks", "findsTheLostUpdate", TimeMode.IDEAL, 1, 20_000, found.schedule());
        var replayed = observe(again).get("again");
        assertThat(replayed.failure().map(FailureSeen::message)).contains(found.message());
        assertThat(replayed.schedules()).isEqualTo(1);
    }

    @Test
    void theSeedOfThePlanReachesTheChecks() throws Exception {
        assertThat(observe(virtual("findsTheSeed")).get("findsTheSeed").failure().orElseThrow().message())
                .contains("drawn from 42");
    }

    @Test
    void equalPlansGiveEqualFacts() throws Exception {
        PlannedCheck[] checks = {virtual("passes"), virtual("findsTheRace"), virtual("findsTheLostUpdate")};
        assertThat(observe(checks)).isEqualTo(observe(checks));
    }

    @Test
    void whatCannotBeJudgedSaysWhyAndTheRestIsJudged() throws Exception {
        var seen =
                observe(
                        new PlannedCheck("noSuchClass", "checks.None", "x", TimeMode.IDEAL, 1, 1, ""),
                        new PlannedCheck("badReplay", "checks.VirtualChecks", "passes", TimeMode.IDEAL, 1, 1, "zero"),
                        virtual("passes"));
        assertThat(seen.get("noSuchClass").reason()).contains("there is no class checks.None");
        assertThat(seen.get("badReplay").reason()).contains("\"zero\" is not part of a schedule");
        assertThat(seen.get("passes").outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aCheckThatHangsSaysWhereWhenTheParentLosesPatience() throws Exception {
        var child =
                Child.run(
                        folder,
                        Fixtures.in(folder).plan(KEY, real("hangs")),
                        fact -> {
                            if (fact instanceof Fact.Started) {
                                throw new Child.Impatience();
                            }
                        });
        assertThat(child.facts().get(child.facts().size() - 1))
                .isInstanceOfSatisfying(Fact.Hanging.class, hanging -> assertThat(hanging.checkId()).isIn("", "hangs"));
    }

    @Test
    void aSubmissionThatPrintsIsHeardOnlyAtItsBeginning() throws Exception {
        var child = Child.run(folder, Fixtures.in(folder).plan(KEY, virtual("passesQuietly")));
        assertThat(child.printed()).hasSizeLessThanOrEqualTo(4_096);
    }

    @Test
    void aPlanThatCannotBeReadEndsTheChildBeforeItConnects() throws Exception {
        Process process = Child.start(folder.resolve("nobody-listens"), folder);
        try (var stdin = process.getOutputStream()) {
            stdin.write("not a plan at all".getBytes());
        }
        assertThat(new String(process.getInputStream().readAllBytes()))
                .contains("telar: no plan could be read, or no fact written: not a plan of this version");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private Map<String, Observation> observe(PlannedCheck... checks) throws IOException, InterruptedException {
        Path run = java.nio.file.Files.createTempDirectory(folder, "run");
        List<Fact> facts = Child.run(run, Fixtures.in(run).plan(KEY, checks)).facts();
        assertThat(facts).startsWith(new Fact.Ready(System.getProperty("java.version"), 4)).endsWith(new Fact.Finished());
        Map<String, Observation> seen = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Observed observed) {
                seen.put(observed.observation().checkId(), observed.observation());
            }
        }
        assertThat(seen.keySet()).containsExactlyElementsOf(Stream.of(checks).map(PlannedCheck::id).toList());
        return seen;
    }

    /** The kind, and what tells it from others of its kind. */
    private static String summary(Observation observation) {
        if (observation.failure().isEmpty()) {
            return observation.outcome() + " " + observation.reason();
        }
        FailureSeen failure = observation.failure().get();
        Optional<Diagnosis> diagnosis = failure.diagnosis();
        if (diagnosis.isPresent()) {
            return failure.kind() + " " + diagnosis.get();
        }
        Set<String> traits = failure.traits();
        if (!traits.isEmpty()) {
            return failure.kind() + " " + String.join(" ", traits.stream().sorted().toList());
        }
        return failure.kind().equals("EXCEPTION") ? failure.kind() + " " + failure.errorClass() : failure.kind();
    }
}
