package telar.check;

import static org.assertj.core.api.Assertions.*;
import static telar.check.Checks.*;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import telar.wire.Diagnosis;

/** What students read when an assertion fails, word for word; and the name of what is wrong. */
class AssertionWordingTest {
    private final Gauge gauge = new Gauge();

    @Test
    void tooManyInside() {
        inside(3);
        assertThat(failureOf(() -> assertThat(gauge).reached(3).neverExceeded(2)))
                .isEqualTo("TOO_MANY_AT_ONCE: At most 2 tasks may run at the same time, but 3 did.");
        assertThat(failureOf(() -> assertThat(gauge).neverExceeded(1)))
                .isEqualTo("TOO_MANY_AT_ONCE: At most 1 task may run at the same time, but 3 did.");
    }

    @Test
    void tooFewInside() {
        inside(1);
        assertThat(failureOf(() -> assertThat(gauge).neverExceeded(2).reached(2)))
                .isEqualTo("NOT_PARALLEL: 2 tasks should run at the same time, but there were never more than 1.");
    }

    @Test
    void stillInside() {
        assertThat(gauge).isEmpty();
        gauge.enter();
        assertThat(failureOf(() -> assertThat(gauge).isEmpty()))
                .isEqualTo("Every task should be over by now, but 1 is still running.");
        gauge.enter();
        assertThat(failureOf(() -> assertThat(gauge).isEmpty()))
                .isEqualTo("Every task should be over by now, but 2 are still running.");
    }

    @Test
    void times() {
        var time = virtualTime();
        assertThat(time).tookAtMost(Duration.ofMinutes(5)).tookAtLeast(Duration.ZERO);
        assertThat(failureOf(() -> assertThat(time).tookAtLeast(Duration.ofMinutes(2))))
                .startsWith("This should take at least 2 minutes, but it took ");
        assertThat(failureOf(() -> assertThat(time).tookAtMost(Duration.ofMillis(-1500))))
                .startsWith("This should take at most -1.5 seconds, but it took ");
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(time).took(Duration.ZERO))
                .withMessage("took(…) needs virtual time; use tookAtLeast(…) in a check in real time");
    }

    @Test
    void durations() {
        assertThat(TimeInWords.of(Duration.ZERO)).isEqualTo("0 ms");
        assertThat(TimeInWords.of(Duration.ofNanos(1_500_000))).isEqualTo("1.5 ms");
        assertThat(TimeInWords.of(Duration.ofMillis(250))).isEqualTo("250 ms");
        assertThat(TimeInWords.of(Duration.ofSeconds(1))).isEqualTo("1 second");
        assertThat(TimeInWords.of(Duration.ofMillis(1_250))).isEqualTo("1.25 seconds");
        assertThat(TimeInWords.of(Duration.ofMillis(1_050))).isEqualTo("1.05 seconds");
        assertThat(TimeInWords.of(Duration.ofSeconds(30))).isEqualTo("30 seconds");
        assertThat(TimeInWords.of(Duration.ofMinutes(1))).isEqualTo("1 minute");
        assertThat(TimeInWords.of(Duration.ofMinutes(2))).isEqualTo("2 minutes");
    }

    @Test
    void aNamedFailure() {
        failing(Diagnosis.LIVELOCK, () -> assertThat(1).isEqualTo(1));
        assertThat(failureOf(() -> failing(Diagnosis.LIVELOCK, () -> assertThat(1).as("one").isEqualTo(2))))
                .startsWith("LIVELOCK: [one] ");
        assertThatExceptionOfType(java.io.IOException.class)
                .isThrownBy(() -> failing(Diagnosis.LIVELOCK, () -> { throw new java.io.IOException("not an assertion"); }));
    }

    @Test
    void aChildJvm() {
        assertThat(new ChildJvm(true, 0, "")).endsByItself().endsWith(0);
        assertThat(failureOf(() -> assertThat(new ChildJvm(false, 143, "")).endsByItself()))
                .isEqualTo(
                        "THREAD_LEFT_BEHIND: The program should end by itself, but it was still running after 30 seconds:"
                                + " a thread that is not a daemon keeps it alive.");
        assertThat(failureOf(() -> assertThat(new ChildJvm(true, 1, "")).endsWith(0)))
                .isEqualTo("The program should end with exit code 0, but it ended with 1.");
    }

    private void inside(int n) {
        for (int i = 0; i < n; i++) {
            gauge.enter();
        }
        for (int i = 0; i < n; i++) {
            gauge.exit();
        }
    }

    static String failureOf(Runnable assertion) {
        try {
            assertion.run();
        } catch (CheckFailure failed) {
            return failed.diagnosis() + ": " + failed.getMessage();
        } catch (AssertionError failed) {
            return failed.getMessage();
        }
        throw new IllegalStateException("the assertion held");
    }
}
