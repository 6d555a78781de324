package readerswriters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.together;
import static telar.check.Checks.virtualTime;

import java.time.Duration;
import java.util.Random;
import telar.check.Check;
import telar.check.Gauge;
import telar.check.PlannedFailure;
import telar.check.Rendezvous;
import telar.check.VirtualTime;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** The text is an array that writers change in place: whoever reads meanwhile is in a data race with them. */
class BoardChecks {

    private final Random random = new Random(seed());

    @Check(points = 10, property = Property.BEHAVIOUR)
    void whatIsWrittenCanBeRead() {
        int first = random.nextInt(100);
        int added = 1 + random.nextInt(100);
        Board<String> board = new Board<>("" + first);
        Board<String> otherBoard = new Board<>("nothing");

        board.write(text -> text + " " + added);

        assertThat(board.<String>read(text -> "read: " + text)).isEqualTo("read: " + first + " " + added);
        assertThat(board.<String>read(text -> text)).as("a second look").isEqualTo(first + " " + added);
        assertThat(otherBoard.<String>read(text -> text)).as("another board").isEqualTo("nothing");
    }

    @Check(points = 25, property = Property.PARALLELISM)
    void twoReadAtTheSameTime() {
        Board<String> board = new Board<>("Training on Monday");
        Rendezvous bothAtTheBoard = rendezvousOf(2);

        together(
                () -> board.read(text -> meet(bothAtTheBoard)),
                () -> board.read(text -> meet(bothAtTheBoard)));
    }

    @Check(points = 20, property = Property.SAFETY)
    void nobodyReadsWhileSomebodyWrites() {
        int before = random.nextInt(100);
        Board<int[]> score = new Board<>(new int[] {before, before});

        together(
                () -> score.write(goals -> {
                    goals[0]++;
                    goals[1]++;
                    return goals;
                }),
                () -> score.read(goals -> {
                    assertThat(goals[0]).as("what a reader sees").isBetween(before, before + 1).isEqualTo(goals[1]);
                    return null;
                }));

        int now = score.read(goals -> goals[0]);
        assertThat(now).isEqualTo(before + 1);
    }

    @Check(points = 15, property = Property.SAFETY)
    void noChangeIsLost() {
        int before = random.nextInt(100);
        Board<Integer> visitors = new Board<>(before);
        Gauge writers = new Gauge();

        together(() -> visitors.write(n -> plusOne(n, writers)), () -> visitors.write(n -> plusOne(n, writers)));

        int now = visitors.read(n -> n);
        assertThat(now).as("the text after two changes").isEqualTo(before + 2);
        assertThat(writers).reached(1).neverExceeded(1);
    }

    @Check(points = 10, property = Property.LIVENESS)
    void whoFailsLeavesTheBoardFree() {
        Board<String> board = new Board<>("old");
        PlannedFailure lostGlasses = new PlannedFailure("cannot read without glasses");
        PlannedFailure brokenPen = new PlannedFailure("the pen is broken");
        Error fire = new Fire();

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThatThrownBy(() -> board.read(text -> fail(lostGlasses))).isSameAs(lostGlasses);
                    together(() -> board.write(text -> text + ", newer"));
                    assertThatThrownBy(() -> board.write(text -> fail(brokenPen))).isSameAs(brokenPen);
                    together(() -> assertThat(board.<String>read(text -> text)).isEqualTo("old, newer"));
                    together(() -> board.write(text -> text + ", new"));
                    assertThat(board.<String>read(text -> text)).isEqualTo("old, newer, new");

                    assertThatThrownBy(() -> board.read(text -> fail(fire))).isSameAs(fire);
                    together(() -> board.write(text -> text + ", newest"));
                    assertThatThrownBy(() -> board.write(text -> fail(fire))).isSameAs(fire);
                    together(() -> assertThat(board.<String>read(text -> text)).isEqualTo("old, newer, new, newest"));
                });
    }

    @Check(points = 10, property = Property.LIVENESS)
    void everybodyGetsTheirTurn() {
        Board<int[]> board = new Board<>(new int[] {0});

        together(
                () -> board.read(text -> text[0]),
                () -> board.read(text -> text[0]),
                () -> board.write(text -> {
                    text[0]++;
                    return text;
                }));

        int changes = board.read(text -> text[0]);
        assertThat(changes).as("changes").isEqualTo(1);
    }

    @Check(points = 5, property = Property.LIVENESS)
    void aWriterComesBeforeReadersWhoComeLater() {
        Board<String> board = new Board<>("old");
        VirtualTime clock = virtualTime();
        Duration[] written = new Duration[1];

        // Each reader stays two minutes and comes back at once. They come in turns, so that there is always one at the board.
        together(
                () -> readAgainAndAgain(board),
                () -> {
                    letTimePass(Duration.ofMinutes(1));
                    readAgainAndAgain(board);
                },
                () -> {
                    letTimePass(Duration.ofSeconds(30));
                    board.write(text -> "new");
                    written[0] = clock.elapsed();
                });

        failing(
                Diagnosis.WRONG_RESULT,
                () -> assertThat(written[0]).as("when the writer has written, while two read in turns for eight minutes")
                        .isLessThan(Duration.ofMinutes(4)));
    }

    @Check(points = 5, property = Property.LIVENESS)
    void nobodyPassesTheWriterInTheRush() throws InterruptedException {
        Board<String> board = new Board<>("oldest");
        String[] seen = new String[1];
        Thread early = new Thread(() -> board.read(text -> text), "early reader");
        Thread writer = new Thread(() -> board.write(text -> "new"), "writer");
        Thread late = new Thread(() -> seen[0] = board.read(text -> text), "late reader");

        // While somebody writes for long, a reader comes, and after it a writer. Both have to wait.
        board.write(text -> {
            early.start();
            letTimePass(Duration.ofMinutes(1));
            writer.start();
            letTimePass(Duration.ofMinutes(1));
            return "old";
        });
        // This reader may be in before the two, as nobody is reading. But the late one comes while somebody is.
        board.read(text -> {
            late.start();
            letTimePass(Duration.ofMinutes(1));
            return text;
        });
        early.join();
        writer.join();
        late.join();

        failing(
                Diagnosis.WRONG_RESULT,
                () -> assertThat(seen[0]).as("what a reader sees who comes while another one reads and a writer waits").isEqualTo("new"));
    }

    private static void readAgainAndAgain(Board<String> board) {
        for (int i = 0; i < 4; i++) {
            board.read(text -> {
                letTimePass(Duration.ofMinutes(2));
                return text;
            });
        }
    }

    private static String meet(Rendezvous meetingPoint) {
        meetingPoint.meet();
        return "met";
    }

    private static int plusOne(int n, Gauge writers) {
        writers.enter();
        int more = n + 1;
        writers.exit();
        return more;
    }

    private static String fail(RuntimeException failure) {
        throw failure;
    }

    private static String fail(Error failure) {
        throw failure;
    }

    /** A failure that is no exception. */
    private static final class Fire extends Error {
        private static final long serialVersionUID = 1L;
    }
}
