package telar.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import telar.exercise.Check;
import telar.verdict.CheckResult;
import telar.verdict.Verdict;
import telar.wire.Diagnosis;
import telar.wire.Expected;
import telar.wire.TimeMode;

/** A check that needs another one counts only if that one, and whatever it needs itself, has passed. */
class NeededChecksTest {

    @ParameterizedTest
    @CsvSource({
        "P P P, P P P",
        "F P P, F S S",
        "P F P, P F S",
        "P P F, P P F",
        "F F F, F S S"
    })
    void passesOnAlongAChain(String judged, String counted) {
        List<CheckResult> results = List.of(
                result("first", null, judged.charAt(0)),
                result("second", "first", judged.charAt(2)),
                result("third", "second", judged.charAt(4)));

        assertThat(letters(Grading.withoutNeedy(results))).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({"P P, P P", "F P, F S"})
    void endsAlsoWhereChecksNeedEachOther(String judged, String counted) {
        List<CheckResult> ring = List.of(result("first", "second", judged.charAt(0)), result("second", "first", judged.charAt(2)));

        assertThat(letters(Grading.withoutNeedy(ring)).charAt(2)).isEqualTo(counted.charAt(2));
    }

    private static CheckResult result(String id, String needs, char verdict) {
        Check check =
                new Check(id, "A", Optional.empty(), 1, false, TimeMode.IDEAL, 2000, Expected.PASS, Optional.ofNullable(needs));
        return new CheckResult(
                check,
                verdict == 'P'
                        ? new Verdict.Passed(new Verdict.Exploration("ALL", 20))
                        : new Verdict.Failed(Diagnosis.DATA_RACE, Verdict.Exploration.NONE, Verdict.Feedback.of("race")));
    }

    private static String letters(List<CheckResult> results) {
        return String.join(" ", results.stream().map(r -> r.verdict().getClass().getSimpleName().substring(0, 1)).toList());
    }
}
