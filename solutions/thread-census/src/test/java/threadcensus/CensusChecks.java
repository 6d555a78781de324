package threadcensus;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.together;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.PARALLELISM;
import static telar.wire.Property.SAFETY;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import telar.check.Check;

class CensusChecks {

    private final Random random = new Random(seed());

    @Check(points = 15, property = BEHAVIOUR)
    void theCardTellsTheTruth() throws InterruptedException {
        var census = new Census();
        var card = census.describe();

        assertThat(card.pid()).as("pid").isEqualTo(ProcessHandle.current().pid());
        assertThat(card.name()).as("name").isEqualTo(Thread.currentThread().getName());
        assertThat(card.daemon()).as("daemon").isEqualTo(Thread.currentThread().isDaemon());
        assertThat(card.alive()).as("alive").isTrue();

        List<String> names = new ArrayList<>();
        var watch =
                new Thread(
                        () -> {
                            names.add(census.describe().name());
                            Thread.currentThread().setName("day watch");
                            names.add(census.describe().name());
                        },
                        "night watch");
        watch.start();
        watch.join();
        failing(
                WRONG_RESULT,
                () -> assertThat(names).as("the names on the cards of a thread that is renamed").containsExactly("night watch", "day watch"));
    }

    @Check(points = 20, property = SAFETY)
    void everyThreadGetsItsOwnCard() {
        var census = new Census();
        census.describe();

        together(
                () -> assertThat(census.describe().name()).as("name on the card").isEqualTo("first"),
                () -> assertThat(census.describe().name()).as("name on the card").isEqualTo("second"));
    }

    @Check(points = 10, property = BEHAVIOUR)
    void aDaemonIsADaemonOnItsCard() throws InterruptedException {
        var census = new Census();
        List<ThreadCard> cards = new ArrayList<>();
        var thread = new Thread(() -> cards.add(census.describe()));
        thread.setDaemon(true);

        thread.start();
        thread.join();

        assertThat(cards.get(0).daemon()).as("daemon").isTrue();
    }

    @Check(points = 20, property = SAFETY)
    void theNameIsThereFromTheFirstStep() throws InterruptedException {
        var census = new Census();
        var name = "shift " + random.nextInt(1_000);
        List<String> inside = new ArrayList<>();
        Runnable task = () -> inside.add(Thread.currentThread().getName());

        var named = census.startNamed(name, task);
        var outside = named.getName();
        named.join();
        census.start(task).join();

        assertThat(outside).as("the name when startNamed has returned").isEqualTo(name);
        assertThat(inside).as("the names when the tasks begin").containsExactly(name, "worker-1");
    }

    @Check(points = 20, property = SAFETY)
    void twoAtTheSameTimeGetTwoNames() {
        var census = new Census();
        var names = new String[2];

        together(
                () -> names[0] = census.start(CensusChecks::nothing).getName(),
                () -> names[1] = census.start(CensusChecks::nothing).getName());

        assertThat(names).containsExactlyInAnyOrder("worker-1", "worker-2");
    }

    @Check(points = 10, property = BEHAVIOUR)
    void everyCensusCountsFromOne() {
        var census = new Census();
        int workers = 2 + random.nextInt(2);
        var other = new Census();

        for (int i = 1; i <= workers; i++) {
            assertThat(census.start(CensusChecks::nothing).getName()).isEqualTo("worker-" + i);
            census.startNamed("night watch", CensusChecks::nothing);
        }

        assertThat(other.start(CensusChecks::nothing).getName()).as("the first name of another census").isEqualTo("worker-1");
    }

    @Check(points = 5, property = PARALLELISM)
    void theTaskRunsInTheThreadThatComesBack() throws InterruptedException {
        var census = new Census();
        var meeting = rendezvousOf(2);
        var inside = new AtomicReference<Thread>();

        var thread =
                census.startNamed(
                        "night watch",
                        () -> {
                            inside.set(Thread.currentThread());
                            meeting.meet();
                        });
        // Only if startNamed has come back while the task is still running do the two ever meet.
        meeting.meet();

        assertThat(inside.get() == thread).as("the thread that came back runs the task").isTrue();
    }

    private static void nothing() {}
}
