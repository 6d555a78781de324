package cancelcleanly;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;
import static telar.check.Checks.virtualTime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import telar.check.Check;
import telar.check.Rendezvous;
import telar.check.VirtualTime;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** One or two squares are enough to be called off before, during, between and after. */
class SearchChecks {

    private static final String CALLED_OFF = "called off";

    private final Random random = new Random(seed());
    private final int number = random.nextInt(1_000);

    @Check(points = 15, property = Property.BEHAVIOUR)
    void aSearchThatIsLeftAloneFindsEverything() throws InterruptedException {
        int empty = random.nextInt(3);
        List<String> expected = new ArrayList<>(List.of(thingAt(0), thingAt(1), thingAt(2)));
        expected.remove(empty);
        Mountain mountain = new Mountain() {
            @Override
            String looks(int square) {
                return square == empty ? null : thingAt(square);
            }
        };

        Handle search = new Search(mountain, 3).start();

        assertThat(answerOf(search)).isEqualTo(expected.toString());
        assertThat(mountain.diary).containsExactly("enters", "looks at 0", "looks at 1", "looks at 2", "leaves");
    }

    @Check(points = 15, property = Property.LIVENESS)
    void aLongLookIsCutShort() throws InterruptedException {
        Rendezvous phone = rendezvousOf(2);
        Mountain mountain = new Mountain() {
            @Override
            String looks(int square) throws InterruptedException {
                if (square == 0) {
                    phone.meet();
                    Thread.sleep(3_600_000);
                }
                return thingAt(square);
            }
        };

        Handle search = new Search(mountain, 2).start();
        phone.meet();
        VirtualTime time = virtualTime();
        search.cancel();
        String answer = answerOf(search);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(time).tookAtMost(Duration.ofSeconds(1));
                    assertThat(answer).as("the answer of a search that was called off").isEqualTo(CALLED_OFF);
                });
    }

    @Check(points = 10, property = Property.LIVENESS)
    void theCallIsHeardAtAnyMoment() throws InterruptedException {
        Mountain mountain = new Mountain() {
            @Override
            String looks(int square) throws InterruptedException {
                Thread.sleep(3_600_000);
                return thingAt(square);
            }
        };

        Handle search = new Search(mountain, 1).start();
        VirtualTime time = virtualTime();
        search.cancel(); // before the party enters, on its way to the square, while it looks: whenever the search likes
        String answer = answerOf(search);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(time).tookAtMost(Duration.ofSeconds(1));
                    assertThat(answer).as("the answer of a search that was called off").isEqualTo(CALLED_OFF);
                });
    }

    @Check(points = 15, property = Property.LIVENESS)
    void afterAQuickLookNoOtherSquareIsBegun() throws InterruptedException {
        Rendezvous phone = rendezvousOf(2);
        Mountain mountain = new Mountain() {
            @Override
            String looks(int square) {
                if (square == 0) {
                    phone.meet();
                    takeNoNoticeFor(Duration.ofMillis(500));
                }
                return thingAt(square);
            }
        };

        Handle search = new Search(mountain, 3).start();
        phone.meet();
        search.cancel();
        String answer = answerOf(search);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(mountain.diary).as("what the party did").containsExactly("enters", "looks at 0", "leaves");
                    assertThat(answer).as("the answer of a search that was called off").isEqualTo(CALLED_OFF);
                });
    }

    @Check(points = 10, property = Property.SAFETY)
    void aResultIsWholeOrThereIsNone() throws InterruptedException {
        Mountain mountain = new Mountain();
        String everything = List.of(thingAt(0), thingAt(1)).toString();

        Handle search = new Search(mountain, 2).start();
        search.cancel();
        String answer = answerOf(search);
        String again = answerOf(search);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(answer).as("the answer").isIn(everything, CALLED_OFF);
                    assertThat(again).as("the answer when asked once more").isEqualTo(answer);
                });
    }

    @Check(points = 5, property = Property.SAFETY)
    void anAnswerStays() {
        Handle search = new Search(new Mountain(), 1).start();
        List<String> answers = new ArrayList<>();

        together(
                search::cancel,
                () -> answers.add(answerOf(search)));
        together(() -> answers.add(answerOf(search)));

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(answers.get(1)).as("the answer when asked once more").isEqualTo(answers.get(0)));
    }

    @Check(points = 15, property = Property.CLEANUP)
    void theCampIsPackedUpBeforeAnybodyReports() throws InterruptedException {
        Mountain mountain = new Mountain();

        Handle search = new Search(mountain, 1).start();
        search.cancel();
        answerOf(search);
        List<String> comingAndGoing = new ArrayList<>(mountain.diary);
        comingAndGoing.removeIf(line -> line.startsWith("looks"));

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    if (!comingAndGoing.isEmpty()) {
                        assertThat(comingAndGoing).as("entering and leaving").containsExactly("enters", "leaves");
                    }
                });
    }

    @Check(points = 10, property = Property.SAFETY)
    void twoMayCallOffAtOnce() throws InterruptedException {
        Handle search = new Search(new Mountain(), 1).start();

        together(search::cancel, search::cancel);
        String answer = answerOf(search);

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(answer).isIn(List.of(thingAt(0)).toString(), CALLED_OFF));
    }

    @Check(points = 5, property = Property.CLEANUP)
    void nobodyStaysOnTheMountain() throws InterruptedException {
        Handle search = new Search(new Mountain(), 1).start();
        String answer = answerOf(search);
        search.cancel();
        String again = answerOf(search);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> assertThat(again).as("the answer after cancel() came too late").isEqualTo(answer));
        assertThat(threads()).noneLeftBehind();
    }

    private String thingAt(int square) {
        return "rope " + number + " at " + square;
    }

    private static String answerOf(Handle search) throws InterruptedException {
        try {
            return String.valueOf(search.result());
        } catch (CancellationException calledOff) {
            return CALLED_OFF;
        }
    }

    private static void takeNoNoticeFor(Duration duration) {
        VirtualTime time = virtualTime();
        boolean interrupted = false;
        while (time.elapsed().compareTo(duration) < 0) {
            letTimePass(duration.minus(time.elapsed()));
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes a diary without any lock: whoever reads it must be ordered after the party's end by result(). */
    private class Mountain implements Ground {
        final List<String> diary = new ArrayList<>();

        @Override
        public final void enter() {
            diary.add("enters");
        }

        @Override
        public final String look(int square) throws InterruptedException {
            diary.add("looks at " + square);
            return looks(square);
        }

        String looks(int square) throws InterruptedException {
            return thingAt(square);
        }

        @Override
        public final void leave() {
            diary.add("leaves");
        }
    }
}
