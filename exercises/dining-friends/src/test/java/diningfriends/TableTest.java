package diningfriends;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void oneFriendEatsAlone() {
        Table table = new Table(5);
        AtomicInteger meals = new AtomicInteger();

        for (int friend = 0; friend < 5; friend++) {
            table.eat(friend, meals::incrementAndGet);
        }

        assertThat(meals.get()).as("meals").isEqualTo(5);
    }

    @Test
    void theNeighbourEatsAfterASpoiltMeal() throws Exception {
        Table table = new Table(5);
        AtomicInteger meals = new AtomicInteger();

        assertThatThrownBy(() -> table.eat(0, () -> {
                    throw new IllegalStateException("the soup is spoilt");
                }))
                .hasMessage("the soup is spoilt");
        Thread neighbour = new Thread(() -> table.eat(1, meals::incrementAndGet));
        neighbour.setDaemon(true);
        neighbour.start();
        neighbour.join(SECONDS.toMillis(10));

        assertThat(meals.get()).as("meals of friend 1 after the spoilt meal of friend 0").isEqualTo(1);
    }

    @Test
    void threeHungryFriendsAllEat() throws Exception {
        Table table = new Table(3);
        AtomicInteger meals = new AtomicInteger();
        List<Thread> friends = new ArrayList<>();
        CountDownLatch allHaveEaten = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            int friend = i;
            Thread thread =
                    new Thread(
                            () -> {
                                table.eat(friend, meals::incrementAndGet);
                                allHaveEaten.countDown();
                            });
            thread.setDaemon(true);
            friends.add(thread);
        }

        friends.forEach(Thread::start);

        assertThat(allHaveEaten.await(10, SECONDS)).as("all three have eaten").isTrue();
        assertThat(meals.get()).as("meals").isEqualTo(3);
    }

    @Test
    void friendsWhoShareNoForkEatAtTheSameTime() throws Exception {
        Table table = new Table(5);
        CountDownLatch bothEat = new CountDownLatch(2);

        var ada = CompletableFuture.supplyAsync(() -> eatsTogether(table, 0, bothEat));
        var cleo = CompletableFuture.supplyAsync(() -> eatsTogether(table, 2, bothEat));

        assertThat(ada.get(30, SECONDS)).as("friend 0 has seen friend 2 eat").isTrue();
        assertThat(cleo.get(30, SECONDS)).as("friend 2 has seen friend 0 eat").isTrue();
    }

    /** Eats until all are eating; whether they have come in time. */
    private static boolean eatsTogether(Table table, int friend, CountDownLatch all) {
        boolean[] met = new boolean[1];
        table.eat(
                friend,
                () -> {
                    all.countDown();
                    try {
                        met[0] = all.await(10, SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        return met[0];
    }
}
