package twowaystoathread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GreetingsTest {

    @Test
    void aTaskSaysItsGreeting() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        Thread thread = new Thread(new GreeterTask(new Greeting("Hello", "Ana", heard::add)));

        thread.start();
        thread.join();

        assertThat(heard).containsExactly("Hello, Ana!");
    }

    @Test
    void aThreadSaysItsGreetingInItself() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        List<Thread> speakers = new ArrayList<>();
        Consumer<String> hall =
                text -> {
                    heard.add(text);
                    speakers.add(Thread.currentThread());
                };
        GreeterThread thread = new GreeterThread(new Greeting("Buenas", "Bruno", hall));

        thread.start();
        thread.join();

        assertThat(heard).containsExactly("Buenas, Bruno!");
        assertThat(speakers.get(0) == thread).as("the thread itself said it").isTrue();
    }

    @Test
    void twoGuestsAreGreetedAtTheSameTime() throws InterruptedException {
        CountDownLatch bothSpeak = new CountDownLatch(2);
        boolean[] together = new boolean[2];
        // No greeter leaves the hall before the other one has come in, too.
        Greeting first = new Greeting("Hello", "Ana", text -> together[0] = meetAt(bothSpeak));
        Greeting second = new Greeting("Hello", "Bruno", text -> together[1] = meetAt(bothSpeak));

        for (Thread thread : Greetings.startAll(List.of(first, second))) {
            thread.join();
        }

        assertThat(together).as("Ana's and Bruno's greeters were in the hall together").containsExactly(true, true);
    }

    private static boolean meetAt(CountDownLatch latch) {
        latch.countDown();
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
