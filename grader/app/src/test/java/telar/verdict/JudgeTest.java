package telar.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import telar.exercise.Check;
import telar.verdict.Verdict.Exploration;
import telar.verdict.Verdict.Failed;
import telar.verdict.Verdict.Feedback;
import telar.verdict.Verdict.Inconclusive;
import telar.verdict.Verdict.JudgeError;
import telar.verdict.Verdict.Passed;
import telar.verdict.Verdict.Skipped;
import telar.wire.Diagnosis;
import telar.wire.Expected;
import telar.wire.Observation;
import telar.wire.Observation.FailureSeen;
import telar.wire.Observation.Outcome;
import telar.wire.Property;
import telar.wire.TimeMode;

class JudgeTest {

    private static final Check CHECK =
            new Check("noLikeIsLost", "likecounter.LikeCounterChecks", Optional.of(Property.SAFETY), 30, false, TimeMode.IDEAL, 2000);

    @ParameterizedTest
    @CsvSource({
        // kind, traits, error class, diagnosis, rule
        "DATA_RACE,   '',                                ,                                       DATA_RACE,                RACE_SEEN",
        "DATA_RACE,   LOST_UPDATE,                       ,                                       DATA_RACE,                RACE_SEEN",
        "DEADLOCK,    WAITS_FOR_COMPANY,                 ,                                       NOT_PARALLEL,             COMPANY_NEVER_CAME",
        "DEADLOCK,    WAITS_FOR_COMPANY LOCK_CYCLE,      ,                                       NOT_PARALLEL,             COMPANY_NEVER_CAME",
        "DEADLOCK,    LOCK_CYCLE,                        ,                                       DEADLOCK,                 LOCK_CYCLE_SEEN",
        "DEADLOCK,    LOCK_CYCLE WAITS_FOR_SIGNAL,       ,                                       DEADLOCK,                 LOCK_CYCLE_SEEN",
        "DEADLOCK,    WAITS_FOR_SIGNAL,                  ,                                       MISSED_SIGNAL,            SIGNAL_NEVER_CAME",
        "DEADLOCK,    '',                                ,                                       DEADLOCK,                 BLOCKED_FOR_EVER",
        "DEADLOCK,    DEPENDS_ON_SLEEP,                  ,                                       DEADLOCK,                 BLOCKED_FOR_EVER",
        "NO_PROGRESS, '',                                ,                                       LIVELOCK,                 NO_PROGRESS_SEEN",
        "ASSERTION,   DEPENDS_ON_SLEEP LOST_UPDATE,      java.lang.AssertionError,               SLEEP_AS_SYNCHRONISATION, SLEEP_DECIDES",
        "ASSERTION,   LOST_UPDATE STALE_CHECK,           java.lang.AssertionError,               LOST_UPDATE,              OVERWRITE_SEEN",
        "ASSERTION,   STALE_CHECK,                       java.lang.AssertionError,               CHECK_THEN_ACT,           STALE_READ_SEEN",
        "ASSERTION,   '',                                java.lang.AssertionError,               WRONG_RESULT,             ASSERTION_FAILED",
        "ASSERTION,   NEEDS_SPURIOUS_WAKEUP,             java.lang.AssertionError,               WRONG_RESULT,             ASSERTION_FAILED",
        "EXCEPTION,   '',                                java.lang.IllegalMonitorStateException, RELEASED_WITHOUT_HOLDING, MONITOR_NOT_HELD",
        "EXCEPTION,   '',                                java.lang.IllegalStateException,        EXCEPTION,                EXCEPTION_ESCAPED",
        "EXIT,        '',                                ,                                       CRASH,                    JVM_ENDED",
    })
    void aFailureGetsItsDiagnosisFromTheTable(String kind, String traits, String error, Diagnosis diagnosis, Rule rule) {
        FailureSeen failure = failure(kind, traits, Optional.empty(), error == null ? "" : error);

        assertThat(judge(observed(Outcome.FAILED, "SAMPLED", 7, failure)))
                .isEqualTo(new Failed(
                        diagnosis,
                        rule,
                        new Exploration("SAMPLED", 7),
                        new Feedback("expected 2 but was 1", "0x2.1", List.of("first"), List.of(new Verdict.Step(0, "A.java", 3, "reads")))));
    }

    @ParameterizedTest
    @EnumSource(Diagnosis.class)
    void whatTheCheckItselfSaysStandsAboveTheTable(Diagnosis said) {
        Verdict verdict = judge(observed(Outcome.FAILED, "ALL", 1, failure("ASSERTION", "LOST_UPDATE", Optional.of(said), "")));

        assertThat(verdict).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.diagnosis()).isEqualTo(said);
            assertThat(failed.rule()).isEqualTo(Rule.CHECK_SAYS);
        });
    }

    private static final Check OF_A_TEST =
            new Check("findsIt", "A", Optional.of(Property.SAFETY), 10, false, TimeMode.IDEAL, 2000, Expected.FAILURE, Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"ASSERTION", "DATA_RACE", "DEADLOCK", "NO_PROGRESS", "EXCEPTION"})
    void aTestThatFailsInFrontOfSomethingBrokenPasses(String kind) {
        Observation seen = new Observation("findsIt", Outcome.FAILED, "SAMPLED", 7, 9, 1, Optional.of(failure(kind, "", Optional.empty(), "")), "");

        assertThat(Judge.judge(OF_A_TEST, new Evidence.Observed(seen)).verdict()).isEqualTo(new Passed(new Exploration("FOUND", 7)));
    }

    @Test
    void aTestThatHoldsInFrontOfSomethingBrokenHasNotFoundTheBug() {
        Observation seen = new Observation("findsIt", Outcome.PASSED, "ALL", 20, 9, 1, Optional.empty(), "");

        assertThat(Judge.judge(OF_A_TEST, new Evidence.Observed(seen)).verdict())
                .isEqualTo(new Failed(Diagnosis.BUG_NOT_FOUND, Rule.NOTHING_BROKE, new Exploration("ALL", 20), Feedback.of("")));
    }

    @Test
    void aTestThatEndsTheJvmOrCouldNotBeJudgedHasFoundNothing() {
        Observation exit = new Observation("findsIt", Outcome.FAILED, "SAMPLED", 7, 9, 1, Optional.of(failure("EXIT", "", Optional.empty(), "")), "");
        Observation unknown = new Observation("findsIt", Outcome.NOT_JUDGED, "SAMPLED", 7, 9, 1, Optional.empty(), "why");

        assertThat(Judge.judge(OF_A_TEST, new Evidence.Observed(exit)).verdict())
                .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.diagnosis()).isEqualTo(Diagnosis.CRASH));
        assertThat(Judge.judge(OF_A_TEST, new Evidence.Observed(unknown)).verdict()).isEqualTo(new Inconclusive("why"));
    }

    @Test
    void aDataRaceIsCalledThatWhateverTheCheckSaysOfItsHarm() {
        Verdict verdict = judge(observed(Outcome.FAILED, "ALL", 1, failure("DATA_RACE", "LOST_UPDATE", Optional.of(Diagnosis.WRONG_RESULT), "")));

        assertThat(verdict).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.diagnosis()).isEqualTo(Diagnosis.DATA_RACE);
            assertThat(failed.rule()).isEqualTo(Rule.RACE_SEEN);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "BOUNDED:2", "SAMPLED", "OBSERVED", "SEQUENTIAL"})
    void aPassKeepsItsStrength(String strength) {
        assertThat(judge(observed(Outcome.PASSED, strength, 20, null))).isEqualTo(new Passed(new Exploration(strength, 20)));
    }

    @ParameterizedTest
    @CsvSource({"all, 20", "BOUNDED:, 20", "NONE, 20", "'', 20", "ALL, 0", "ALL, -1"})
    void aPassThatContradictsItselfIsNoPass(String strength, int schedules) {
        assertThat(judge(observed(Outcome.PASSED, strength, schedules, null))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void aPassThatCarriesAFailureIsNoPass() {
        FailureSeen failure = failure("ASSERTION", "", Optional.empty(), "");
        assertThat(judge(observed(Outcome.PASSED, "ALL", 1, failure))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void aFailureWithoutAReasonAsksForAPerson() {
        assertThat(judge(observed(Outcome.FAILED, "ALL", 1, null))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void anUnknownKindOfFailureAsksForAPerson() {
        FailureSeen failure = failure("GREMLINS", "", Optional.empty(), "");
        assertThat(judge(observed(Outcome.FAILED, "ALL", 1, failure)))
                .isInstanceOfSatisfying(Inconclusive.class, verdict -> assertThat(verdict.why()).contains("GREMLINS"));
    }

    @Test
    void whatCouldNotBeJudgedAsksForAPersonAndIsNoJudgeError() {
        Observation observation = new Observation("noLikeIsLost", Outcome.NOT_JUDGED, "SAMPLED", 3, 9, 1, Optional.empty(), "40 threads");
        assertThat(judge(new Evidence.Observed(observation))).isEqualTo(new Inconclusive("40 threads"));
    }

    @Test
    void anAnswerAboutAnotherCheckIsTheSubmissionsCrash() {
        Observation observation = new Observation("another", Outcome.PASSED, "ALL", 3, 9, 1, Optional.empty(), "");
        assertThat(judge(new Evidence.Observed(observation)))
                .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.diagnosis()).isEqualTo(Diagnosis.CRASH));
    }

    @Test
    void whatHappenedToTheJvmOrBeforeItHasItsOwnVerdicts() {
        assertThat(judge(new Evidence.NotCompiled("A.java:1: error"))).isEqualTo(unrun(Diagnosis.COMPILE_ERROR, Rule.COMPILER_REFUSED, "A.java:1: error"));
        assertThat(judge(new Evidence.Forbidden("A: Unsafe"))).isEqualTo(unrun(Diagnosis.FORBIDDEN_CODE, Rule.POLICY_REFUSED, "A: Unsafe"));
        assertThat(judge(new Evidence.Died("no END"))).isEqualTo(unrun(Diagnosis.CRASH, Rule.JVM_DIED, "no END"));
        assertThat(judge(new Evidence.Tampered("no key"))).isEqualTo(unrun(Diagnosis.CRASH, Rule.PROTOCOL_BROKEN, "no key"));
        assertThat(judge(new Evidence.Tampered("no key")).needsReview()).isTrue();
        assertThat(judge(new Evidence.Died("no END")).needsReview()).isFalse();
        assertThat(judge(new Evidence.Hung(Duration.ofMinutes(2), "second at A.java:7"))).isEqualTo(unrun(Diagnosis.TIME_LIMIT, Rule.JVM_HUNG, "> 120 s\nsecond at A.java:7"));
        assertThat(judge(new Evidence.Unfit("race not found"))).isEqualTo(new JudgeError("race not found"));
        assertThat(judge(new Evidence.NotStarted("no bwrap"))).isEqualTo(new JudgeError("no bwrap"));
        assertThat(judge(new Evidence.JdkTooOld(21))).isEqualTo(new Skipped("Java 21"));
        assertThat(judge(new Evidence.DependencyFailed("countsOne"))).isEqualTo(new Skipped("countsOne"));
    }

    @Test
    void onlyWhatCameBeforeTheSubmissionCanBeAJudgeError() {
        for (Outcome outcome : Outcome.values()) {
            for (String kind : List.of("", "DATA_RACE", "EXCEPTION", "JUDGE_ERROR")) {
                FailureSeen failure = failure(kind, "", Optional.empty(), "java.lang.NoSuchMethodError");
                assertThat(judge(observed(outcome, "ALL", 1, failure))).isNotInstanceOf(JudgeError.class);
            }
        }
        assertThat(judge(new Evidence.Died("garbage"))).isNotInstanceOf(JudgeError.class);
        assertThat(judge(new Evidence.Hung(Duration.ZERO, ""))).isNotInstanceOf(JudgeError.class);
    }

    private static Verdict judge(Evidence evidence) {
        CheckResult result = Judge.judge(CHECK, evidence);
        assertThat(result.check()).isEqualTo(CHECK);
        return result.verdict();
    }

    private static Failed unrun(Diagnosis diagnosis, Rule rule, String happened) {
        return new Failed(diagnosis, rule, Exploration.NONE, Feedback.of(happened));
    }

    private static Evidence observed(Outcome outcome, String strength, int schedules, FailureSeen failure) {
        return new Evidence.Observed(
                new Observation("noLikeIsLost", outcome, strength, schedules, 40, 1, Optional.ofNullable(failure), ""));
    }

    private static FailureSeen failure(String kind, String traits, Optional<Diagnosis> said, String error) {
        Set<String> set = traits.isEmpty() ? Set.of() : Set.of(traits.split(" "));
        return new FailureSeen(
                kind,
                set,
                said,
                error,
                "expected 2 but was 1",
                "0x2.1",
                List.of("first"),
                List.of(new Observation.StepSeen(0, "A.java", 3, "reads")));
    }
}
