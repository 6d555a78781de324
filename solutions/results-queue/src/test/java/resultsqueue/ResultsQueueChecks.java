package resultsqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.PARALLELISM;
import static telar.wire.Property.SAFETY;
import static telar.wire.TimeMode.ADVERSARIAL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import telar.check.Check;
import telar.check.PlannedFailure;

class ResultsQueueChecks {

    private final Random random = new Random(seed());

    @Check(points = 10, property = BEHAVIOUR)
    void eachCardNamesItsTask() throws Exception {
        Callable<String> task = place();
        BlockingQueue<Result<String>> home = new LinkedBlockingQueue<>();

        new PipedThread<>(home, task).start();
        var card = home.take();

        assertThat(card.value()).isEqualTo(task.call());
        assertThat(card.task() == task).as("the card names the task that it belongs to").isTrue();

        new PipedThread<>(home, () -> null).start();
        var blank = home.take();

        assertThat(blank.value()).isNull();
        assertThat(blank.failed()).isFalse();
    }

    @Check(points = 20, property = SAFETY)
    void noCardIsLost() throws Exception {
        var quick = place();
        var slow = place();
        var way = Duration.ofSeconds(11 + random.nextInt(10));
        Callable<String> far = () -> {
            letTimePass(way);
            return slow.call();
        };

        var cards = Results.collect(List.of(far, quick, quick)); // two scouts may be sent to the same place

        assertThat(read(cards)).containsExactlyInAnyOrder(quick.call(), quick.call(), slow.call());
    }

    @Check(points = 15, property = LIVENESS)
    void aFailureIsAResultToo() throws Exception {
        var found = place();
        Callable<String> lost = () -> {
            throw new PlannedFailure("lost in the fog");
        };

        var cards = Results.collect(List.of(lost, found));

        assertThat(read(cards)).containsExactlyInAnyOrder("failed: lost in the fog", found.call());
    }

    @Check(points = 5, property = LIVENESS)
    void evenAnErrorComesHome() throws Exception {
        Callable<String> stormy = () -> {
            throw new Error("the bridge is down");
        };

        var cards = Results.collect(List.of(stormy));

        assertThat(read(cards)).containsExactly("failed: the bridge is down");
    }

    /** One of these failures looks like the wrapping of another: it is what the task threw all the same. */
    @Check(points = 5, property = BEHAVIOUR)
    void aFailureComesHomeAsItWasThrown() throws Exception {
        var bridge = new Error("the bridge is down");
        var asked = new ExecutionException("the guide did not come back", new PlannedFailure("lost in the fog"));
        Callable<String> stormy = () -> {
            throw bridge;
        };
        Callable<String> asksAGuide = () -> {
            throw asked;
        };
        BlockingQueue<Result<String>> home = new LinkedBlockingQueue<>();

        new PipedThread<>(home, asksAGuide).start();
        var card = home.take();

        assertThat(card.task() == asksAGuide).as("the card of a failure names its task").isTrue();
        assertThat(card.failure() == asked).as("its failure is the very object that the task threw").isTrue();

        card = Results.collect(List.of(stormy)).get(0);

        assertThat(card.task() == stormy).as("the result of a failure names its task").isTrue();
        assertThat(card.failure() == bridge).as("its failure is the very object that the task threw").isTrue();
    }

    @Check(points = 15, property = PARALLELISM)
    void allScoutsAreOutAtTheSameTime() throws Exception {
        var camp = rendezvousOf(2);
        var one = place();
        var other = place();

        var cards = Results.collect(List.of(afterMeetingAt(camp, one), afterMeetingAt(camp, other)));

        assertThat(read(cards)).containsExactlyInAnyOrder(one.call(), other.call());
    }

    @Check(points = 10, property = SAFETY, time = ADVERSARIAL)
    void theReaderCountsCardsNotSeconds() throws Exception {
        var one = place();
        var other = place();

        var cards = Results.collect(List.of(one, other));

        assertThat(read(cards)).containsExactlyInAnyOrder(one.call(), other.call());
    }

    @Check(points = 10, property = SAFETY)
    void aFullMailboxLosesNothing() throws Exception {
        var one = place();
        var other = place();
        BlockingQueue<Result<String>> home = new ArrayBlockingQueue<>(1);
        var first = new PipedThread<>(home, one);
        var second = new PipedThread<>(home, other);

        first.start();
        second.start();
        letTimePass(Duration.ofHours(3)); // longer than anybody would wait who only guesses
        List<Result<String>> cards = new ArrayList<>();
        cards.add(home.take());
        first.join();
        second.join();
        home.drainTo(cards);

        assertThat(read(cards)).containsExactlyInAnyOrder(one.call(), other.call());
    }

    @Check(points = 10, property = CLEANUP)
    void nobodyStaysOut() throws Exception {
        Callable<String> lost = () -> {
            throw new PlannedFailure("lost in the fog");
        };

        Results.collect(List.of(place(), lost));

        assertThat(threads()).noneLeftBehind();
    }

    private Callable<String> place() {
        String place = "place " + random.nextInt(1_000);
        return () -> place;
    }

    private static Callable<String> afterMeetingAt(Runnable camp, Callable<String> task) {
        return () -> {
            camp.run();
            return task.call();
        };
    }

    /** What the cards say, without their tasks. */
    private static List<String> read(List<Result<String>> cards) {
        List<String> lines = new ArrayList<>();
        for (Result<String> card : cards) {
            if (card == null) {
                lines.add("no card");
            } else {
                lines.add(card.failed() ? "failed: " + card.failure().getMessage() : card.value());
            }
        }
        return lines;
    }
}
