package telar.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import telar.wire.Observation.FailureSeen;
import telar.wire.Observation.Outcome;
import telar.wire.Observation.StepSeen;
import telar.wire.WireException.Kind;

/** Facts survive the way; nothing else does. */
class FactFramesTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();

    private static final Observation FAILED =
            new Observation(
                    "noLikeIsLost", Outcome.FAILED, "BOUNDED:2", 20, 1L << 40, -7,
                    Optional.of(
                            new FailureSeen(
                                    "ASSERTION", Set.of("LOST_UPDATE", "STALE_CHECK"), Optional.of(Diagnosis.LOST_UPDATE),
                                    "java.lang.AssertionError", "esperaba 2, pero había 1 \uD83D\uDE00", "0x4.1",
                                    List.of("main", "first"), List.of(new StepSeen(1, "LikeCounter.java", 12, "reads likes = 0")))),
                    "");
    private static final Observation NOT_JUDGED =
            new Observation("b", Outcome.NOT_JUDGED, "SAMPLED", 0, 0, 0, Optional.empty(), "why");
    private static final List<Fact> RUN =
            List.of(
                    new Fact.Ready("17.0.15", 4),
                    new Fact.Started("noLikeIsLost"),
                    new Fact.Observed(FAILED),
                    new Fact.Started("b"),
                    new Fact.Observed(NOT_JUDGED),
                    new Fact.Finished());

    @Test
    void aRunSurvivesTheWay() throws IOException {
        assertThat(read(join(frames(KEY, RUN)))).isEqualTo(RUN);
    }

    @ParameterizedTest
    @MethodSource
    void otherEndingsSurviveTheWay(List<Fact> facts) throws IOException {
        assertThat(read(join(frames(KEY, facts)))).isEqualTo(facts);
    }

    static Stream<List<Fact>> otherEndingsSurviveTheWay() {
        var hanging = new Fact.Hanging("a", "worker-1 waits at Pool.java:31");
        return Stream.of(
                List.of(new Fact.Unfit("the race was not found")),
                List.of(hanging),
                List.of(new Fact.Ready("25", 4), hanging),
                List.of(new Fact.Ready("25", 4), new Fact.Started("a"), hanging));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void corruptionIsRefused(String what, byte[] bytes, Kind kind, String message) {
        WireException refused = catchThrowableOfType(WireException.class, () -> read(bytes));
        assertThat(refused).hasMessageContaining(message);
        assertThat(refused.kind()).isEqualTo(kind);
    }

    static Stream<Arguments> corruptionIsRefused() throws IOException {
        List<byte[]> good = frames(KEY, RUN);
        byte[] all = join(good);
        return Stream.of(
                Arguments.of("nothing", new byte[0], Kind.TRUNCATED, "before the last one"),
                Arguments.of("no last fact", join(good.subList(0, 5)), Kind.TRUNCATED, "before the last one"),
                Arguments.of("cut inside a length", Arrays.copyOf(all, 2), Kind.TRUNCATED, "inside a frame"),
                Arguments.of("cut inside a content", Arrays.copyOf(all, 9), Kind.TRUNCATED, "inside a frame"),
                Arguments.of("cut inside a seal", Arrays.copyOf(all, good.get(0).length - 1), Kind.TRUNCATED, "inside a frame"),
                Arguments.of("a frame missing", join(List.of(good.get(0), good.get(2))), Kind.MISSING, "number 1 is missing"),
                Arguments.of("the first missing", join(good.subList(1, 6)), Kind.MISSING, "number 0 is missing"),
                Arguments.of("a frame twice", join(List.of(good.get(0), good.get(0))), Kind.DUPLICATE, "a second time"),
                Arguments.of("two frames swapped", join(List.of(good.get(1), good.get(0))), Kind.MISSING, "number 0 is missing"),
                Arguments.of("another key", join(frames("guessed".getBytes(), RUN)), Kind.UNAUTHENTICATED, "this run's key"),
                Arguments.of("a bit changed", flipped(all, 13), Kind.UNAUTHENTICATED, "this run's key"),
                Arguments.of("a bit of the seal changed", flipped(all, good.get(0).length - 1), Kind.UNAUTHENTICATED, "key"),
                Arguments.of("text instead of frames", "::error::passed".repeat(9).getBytes(), Kind.OVERSIZE, "at most"),
                Arguments.of("a huge length", new byte[] {127, -1, -1, -1}, Kind.OVERSIZE, "at most"),
                Arguments.of("a negative length", new byte[] {-1, -1, -1, -1}, Kind.OVERSIZE, "at most"),
                Arguments.of("an unknown kind", sealed(0, 99), Kind.MALFORMED, "no such kind"),
                Arguments.of("an empty content", sealed(), Kind.MALFORMED, "ends too early"),
                Arguments.of("more than the fields", sealed(0, 6, 6), Kind.MALFORMED, "1 bytes too many"),
                Arguments.of("bad UTF-8", sealed(0, 2, 0, 0, 0, 1, 0xff), Kind.MALFORMED, "not UTF-8"),
                Arguments.of("a huge text", sealed(0, 2, 127, 0, 0, 0), Kind.OVERSIZE, "a text of"),
                Arguments.of("a text longer than its frame", sealed(0, 2, 0, 0, 0, 9), Kind.MALFORMED, "ends too early"),
                order("passed before ready", new Fact.Started("a")),
                order("finished at once", new Fact.Finished()),
                order("ready twice", new Fact.Ready("", 4), new Fact.Ready("", 4)),
                order("unfit after ready", new Fact.Ready("", 4), new Fact.Unfit("")),
                order("observed, not started", new Fact.Ready("", 4), new Fact.Observed(NOT_JUDGED)),
                order("observed another", new Fact.Ready("", 4), new Fact.Started("a"), new Fact.Observed(NOT_JUDGED)),
                order("two at once", new Fact.Ready("", 4), new Fact.Started("a"), new Fact.Started("b")),
                order("finished inside", new Fact.Ready("", 4), new Fact.Started("a"), new Fact.Finished()),
                order("more after the end", new Fact.Ready("", 4), new Fact.Finished(), new Fact.Finished()),
                order("hanging after the end", new Fact.Ready("", 4), new Fact.Finished(), new Fact.Hanging("", "")));
    }

    @Test
    void theWriterWritesTheSameFrames() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new FactWriter(bytes, KEY)) {
            for (Fact fact : RUN) {
                writer.write(fact);
            }
            var refused = catchThrowableOfType(WireException.class, () -> writer.write(new Fact.Hanging("", "")));
            assertThat(refused.kind()).isEqualTo(Kind.OUT_OF_ORDER);
        }
        assertThat(bytes.toByteArray()).isEqualTo(join(frames(KEY, RUN)));
    }

    @Test
    void aPassIsNoFailureAndAFailureHasOne() throws IOException {
        var passedWithFailure =
                new Observation("a", Outcome.PASSED, "ALL", 1, 1, 1, FAILED.failure(), "");
        var bytes = join(frames(KEY, List.of(new Fact.Ready("", 4), new Fact.Started("a"), new Fact.Observed(passedWithFailure))));
        assertThatThrownBy(() -> read(bytes)).hasMessage("a failure belongs to the outcome FAILED and to no other");
    }

    @Test
    void whatIsTooLargeIsNotWrittenAndTheNextFactIs() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = new FactWriter(bytes, KEY);
        assertThatThrownBy(() -> writer.write(new Fact.Unfit("x".repeat(1 << 19)))).isInstanceOf(WireException.class);
        List<String> many = java.util.Collections.nCopies(6, "x".repeat(200_000));
        writer.write(new Fact.Ready("17", 4));
        writer.write(new Fact.Started(""));
        int size = bytes.size();
        var large = new FailureSeen("", Set.of(), Optional.empty(), "", "", "", many, List.of());
        var observed = new Observation("", Outcome.FAILED, "", 0, 0, 0, Optional.of(large), "");
        assertThatThrownBy(() -> writer.write(new Fact.Observed(observed))).hasMessageContaining("a fact of");
        assertThat(bytes.size()).isEqualTo(size);
        writer.write(new Fact.Hanging("", "short"));
        assertThat(read(bytes.toByteArray())).hasSize(3).endsWith(new Fact.Hanging("", "short"));
    }

    private static Arguments order(String what, Fact... facts) throws IOException {
        return Arguments.of(what, join(frames(KEY, List.of(facts))), Kind.OUT_OF_ORDER, "cannot come at this place");
    }

    /** A frame with number 0 and a right seal; the first byte of the content is the last of its number. */
    private static byte[] sealed(int... bytes) {
        byte[] content = new byte[bytes.length == 0 ? 0 : 7 + bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[7 + i] = (byte) bytes[i];
        }
        return frame(KEY, content);
    }

    private static byte[] frame(byte[] key, byte[] content) {
        return ByteBuffer.allocate(4 + content.length + 32)
                .putInt(content.length)
                .put(content)
                .put(new Seal(key).of(content))
                .array();
    }

    private static byte[] flipped(byte[] bytes, int index) {
        byte[] copy = bytes.clone();
        copy[index] ^= 1;
        return copy;
    }

    /** What a writer would write, in any order. */
    private static List<byte[]> frames(byte[] key, List<Fact> facts) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        for (Fact fact : facts) {
            var fields = new FieldWriter();
            fields.number((long) frames.size());
            FactCode.write(fact, fields);
            frames.add(frame(key, fields.bytes()));
        }
        return frames;
    }

    private static byte[] join(List<byte[]> frames) {
        var bytes = new ByteArrayOutputStream();
        frames.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static List<Fact> read(byte[] bytes) throws IOException {
        List<Fact> facts = new ArrayList<>();
        try (var reader = new FactReader(new ByteArrayInputStream(bytes), KEY)) {
            for (var fact = reader.next(); fact.isPresent(); fact = reader.next()) {
                facts.add(fact.get());
            }
        }
        return facts;
    }
}
