package telar.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import telar.wire.Plan.PlannedCheck;
import telar.wire.WireException.Kind;

/** A plan survives the way; a damaged one is refused. */
class PlanFrameTest {
    private static final Plan PLAN =
            new Plan(
                    new byte[] {1, 2, 3}, -42, "/tmp/año/classes", List.of("/checks", "/tests"), List.of("/prepared"),
                    List.of(
                            new PlannedCheck("noLikeIsLost", "likes.LikeChecks", "noLikeIsLost", TimeMode.ADVERSARIAL, 2, 20, ""),
                            new PlannedCheck("ends", "likes.LikeChecks", "ends", TimeMode.REAL, 1, 1, "0x4.1")));

    @Test
    void aPlanSurvivesTheWayAndNothingAfterItIsRead() throws IOException {
        var in = new ByteArrayInputStream(Arrays.copyOf(bytes(PLAN), bytes(PLAN).length + 1));
        Plan read = PlanFrame.read(in);
        assertThat(read).usingRecursiveComparison().isEqualTo(PLAN);
        assertThat(in.available()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void corruptionIsRefused(String what, byte[] bytes, Kind kind) {
        var refused = catchThrowableOfType(WireException.class, () -> PlanFrame.read(new ByteArrayInputStream(bytes)));
        assertThat(refused.kind()).isEqualTo(kind);
    }

    static Stream<Arguments> corruptionIsRefused() throws IOException {
        byte[] good = bytes(PLAN);
        byte[] withoutKey = bytes(new Plan(new byte[0], 1, "", List.of(), List.of(), List.of()));
        byte[] tooLong = good.clone();
        tooLong[8] = 127;
        return Stream.of(
                Arguments.of("nothing", new byte[0], Kind.TRUNCATED),
                Arguments.of("cut in the mark", Arrays.copyOf(good, 5), Kind.TRUNCATED),
                Arguments.of("cut in the content", Arrays.copyOf(good, good.length - 1), Kind.TRUNCATED),
                Arguments.of("another format", "{\"key\":\"0123456789\"}".getBytes(), Kind.MALFORMED),
                Arguments.of("no key", withoutKey, Kind.MALFORMED),
                Arguments.of("a huge length", tooLong, Kind.OVERSIZE));
    }

    @Test
    void aPlanThatIsTooLargeIsNotWritten() {
        var out = new ByteArrayOutputStream();
        var plan = new Plan(new byte[1], 1, "", Collections.nCopies(20, "x".repeat(250_000)), List.of(), List.of());
        var refused = catchThrowableOfType(WireException.class, () -> PlanFrame.write(plan, out));
        assertThat(refused.kind()).isEqualTo(Kind.OVERSIZE);
        assertThat(out.size()).isZero();
    }

    private static byte[] bytes(Plan plan) throws IOException {
        var out = new ByteArrayOutputStream();
        PlanFrame.write(plan, out);
        return out.toByteArray();
    }
}
