package diningfriends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.together;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import telar.check.Check;
import telar.check.Gauge;
import telar.check.PlannedFailure;
import telar.check.Rendezvous;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** Three at the table show every circle that five would, in far fewer interleavings. */
class TableChecks {

    private static final int FIVE = 5;

    private final Random random = new Random(seed());

    @Check(points = 10, property = Property.BEHAVIOUR)
    void everyMealIsEatenOnce() {
        Table table = new Table(FIVE);
        int[] meals = new int[FIVE];

        for (int i = 0; i < FIVE; i++) {
            int friend = i;
            table.eat(friend, () -> meals[friend]++);
        }
        int hungry = random.nextInt(FIVE);
        table.eat(hungry, () -> meals[hungry]++);

        for (int friend = 0; friend < FIVE; friend++) {
            assertThat(meals[friend]).as("meals of friend " + friend).isEqualTo(friend == hungry ? 2 : 1);
        }
    }

    @Check(points = 20, property = Property.SAFETY, schedules = 600)
    void neighboursNeverEatAtTheSameTime() {
        neighboursTakeTurns(random.nextInt(FIVE - 1));
    }

    @Check(points = 10, property = Property.SAFETY, schedules = 600)
    void theLastAndTheFirstAreNeighboursToo() {
        neighboursTakeTurns(FIVE - 1);
    }

    @Check(points = 20, property = Property.LIVENESS)
    void allAreHungryAndAllEat() {
        Table table = new Table(3);
        AtomicInteger meals = new AtomicInteger();
        List<Thread> friends = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int friend = i;
            friends.add(new Thread(() -> table.eat(friend, meals::incrementAndGet), "friend " + i));
        }

        friends.forEach(Thread::start);
        letTimePass(Duration.ofMinutes(1)); // a meal takes no time; who has not eaten by now never will

        failing(
                Diagnosis.LIVELOCK,
                () -> assertThat(friends.stream().filter(Thread::isAlive).count()).as("friends still hungry after a minute").isZero());
        failing(Diagnosis.WRONG_RESULT, () -> assertThat(meals.get()).as("meals").isEqualTo(3));
    }

    @Check(points = 5, property = Property.LIVENESS, schedules = 600)
    void whoGetsUpMakesWayForBothNeighbours() {
        Table table = new Table(4);
        int middle = random.nextInt(4);
        AtomicInteger meals = new AtomicInteger();

        together(
                () -> table.eat(middle, meals::incrementAndGet),
                () -> table.eat((middle + 1) % 4, meals::incrementAndGet),
                () -> table.eat((middle + 3) % 4, meals::incrementAndGet));

        assertThat(meals.get()).as("meals").isEqualTo(3);
    }

    @Check(points = 10, property = Property.LIVENESS, schedules = 600)
    void twoAtATableEatAgainAndAgain() {
        Table table = new Table(2);
        int[] meals = new int[1]; // both forks are needed for every meal, so the meals come one after another

        together(
                () -> {
                    table.eat(0, () -> meals[0]++);
                    table.eat(0, () -> meals[0]++);
                },
                () -> {
                    table.eat(1, () -> meals[0]++);
                    table.eat(1, () -> meals[0]++);
                });

        assertThat(meals[0]).as("meals").isEqualTo(4);
    }

    @Check(points = 15, property = Property.PARALLELISM)
    void whoSharesNoForkEatsAtTheSameTime() {
        Table table = new Table(FIVE);
        Rendezvous bothEat = rendezvousOf(2);
        int one = random.nextInt(FIVE);
        int other = (one + 2) % FIVE;

        together(() -> table.eat(one, bothEat), () -> table.eat(other, bothEat));
    }

    @Check(points = 10, property = Property.LIVENESS)
    void aSpoiltMealPutsTheForksDown() {
        Table table = new Table(3);
        int first = random.nextInt(3);
        PlannedFailure spoilt = new PlannedFailure("the soup is spoilt");
        int[] meals = new int[1];

        // Each friend has a spoilt meal: what one of them leaves behind may be missed only after the next.
        for (int i = 0; i < 3; i++) {
            int friend = (first + i) % 3;
            failing(
                    Diagnosis.WRONG_RESULT,
                    () -> assertThatThrownBy(() -> table.eat(friend, () -> {
                        throw spoilt;
                    })).isSameAs(spoilt));
            together(() -> table.eat((friend + 1) % 3, () -> meals[0]++));
            together(() -> table.eat((friend + 2) % 3, () -> meals[0]++));
        }

        assertThat(meals[0]).as("meals after the spoilt ones").isEqualTo(6);
    }

    private static void neighboursTakeTurns(int friend) {
        Table table = new Table(FIVE);
        Gauge eating = new Gauge();
        Runnable meal = eating.around(() -> {});

        together(() -> table.eat(friend, meal), () -> table.eat((friend + 1) % FIVE, meal));

        assertThat(eating).reached(1).neverExceeded(1);
    }
}
