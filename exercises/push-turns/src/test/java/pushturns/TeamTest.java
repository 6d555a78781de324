package pushturns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TeamTest {

    private record Person(String name, Runnable before) implements Developer {
        @Override
        public String work() {
            before.run();
            return "work of " + name;
        }
    }

    @Test
    void nobodyIsRejected() throws InterruptedException {
        Repository repository = new Repository();

        new Team(repository).workAndPush(List.of(new Person("Ana", () -> {}), new Person("Boris", () -> {})));

        assertThat(repository.rejected()).as("rejected pushes").isZero();
        assertThat(repository.log()).containsExactly("Ana: work of Ana", "Boris: work of Boris");
    }

    @Test
    void turnsHoldAlsoWhenTheFirstIsSlow() throws InterruptedException {
        Repository repository = new Repository();
        CountDownLatch borisHasWorked = new CountDownLatch(1);

        new Team(repository)
                .workAndPush(
                        List.of(
                                new Person("Ana", () -> waitFor(borisHasWorked)),
                                new Person("Boris", borisHasWorked::countDown)));

        assertThat(repository.log()).containsExactly("Ana: work of Ana", "Boris: work of Boris");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
