package twowaystoathread;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.PARALLELISM;
import static telar.wire.Property.SAFETY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import telar.check.Check;

class GreetingsChecks {

    private static final List<String> WORDS = List.of("Hello", "Welcome", "Buenas", "Salut", "Ciao");

    private final Random random = new Random(seed());

    @Check(points = 15, property = BEHAVIOUR)
    void aTaskGreetsWhereItIsRun() {
        List<String> heard = new ArrayList<>();
        var speaker = new AtomicReference<Thread>();
        var greeting =
                greeting(
                        text -> {
                            heard.add(text);
                            speaker.set(Thread.currentThread());
                        });

        new GreeterTask(greeting).run();

        assertThat(speaker.get() == Thread.currentThread()).as("the task said it in the thread that ran it").isTrue();
        assertThat(heard).containsExactly(greeting.text());
    }

    @Check(points = 20, property = BEHAVIOUR)
    void aThreadGreetsInItself() throws InterruptedException {
        var heard = new AtomicReference<String>();
        var speaker = new AtomicReference<Thread>();
        var greeting =
                greeting(
                        text -> {
                            heard.set(text);
                            speaker.set(Thread.currentThread());
                        });
        var thread = new GreeterThread(greeting);

        thread.start();
        thread.join();

        assertThat(heard.get()).as("what was heard after start() and join()").isEqualTo(greeting.text());
        assertThat(speaker.get() == thread).as("the thread itself said it").isTrue();
    }

    @Check(points = 10, property = BEHAVIOUR)
    void nobodyGreetsTooEarly() {
        var heard = new AtomicInteger();
        var greeting = greeting(text -> heard.incrementAndGet());

        new GreeterTask(greeting);
        new GreeterThread(greeting);
        letTimePass(Duration.ofMinutes(1));

        assertThat(heard.get()).as("greetings before anything was started").isZero();
    }

    @Check(points = 25, property = SAFETY)
    void everyGuestHearsTheirOwnGreeting() throws InterruptedException {
        // Each guest's ear belongs to one greeter; join orders it before the look at it below.
        List<List<String>> heard = new ArrayList<>();
        List<Greeting> greetings = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<String> ear = new ArrayList<>();
            heard.add(ear);
            greetings.add(greeting(ear::add));
        }

        for (Thread thread : Greetings.startAll(greetings)) {
            thread.join();
        }

        for (int i = 0; i < heard.size(); i++) {
            assertThat(heard.get(i)).as("what guest " + (i + 1) + " heard").containsExactly(greetings.get(i).text());
        }

        // Two guests of the same name are greeted alike, each of them.
        var alike = new AtomicInteger();
        for (Thread thread : Greetings.startAll(Collections.nCopies(2, greeting(text -> alike.incrementAndGet())))) {
            thread.join();
        }
        assertThat(alike.get()).as("greetings for two guests of the same name").isEqualTo(2);
    }

    @Check(points = 10, property = BEHAVIOUR)
    void theThreadsComeBackInOrder() throws InterruptedException {
        int n = 2;
        var speakers = new AtomicReferenceArray<Thread>(n);
        List<Greeting> greetings = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int place = i;
            greetings.add(greeting(text -> speakers.set(place, Thread.currentThread())));
        }

        var threads = Greetings.startAll(greetings);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(threads).as("the threads that came back").hasSize(n);
        for (int i = 0; i < n; i++) {
            assertThat(threads.get(i) == speakers.get(i)).as("thread " + (i + 1) + " said greeting " + (i + 1)).isTrue();
        }
    }

    @Check(points = 10, property = PARALLELISM)
    void theGreetersSpeakAtTheSameTime() throws InterruptedException {
        var meeting = rendezvousOf(2);

        var threads = Greetings.startAll(List.of(greeting(text -> meeting.meet()), greeting(text -> meeting.meet())));

        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Check(points = 10, property = LIVENESS)
    void theHostNeedNotWaitForTheGreeters() {
        var meeting = rendezvousOf(2);

        Greetings.startAll(List.of(greeting(text -> meeting.meet())));

        // Only if startAll has come back while the greeter is still speaking do the two ever meet.
        meeting.meet();
    }

    private Greeting greeting(Consumer<String> hall) {
        return new Greeting(WORDS.get(random.nextInt(WORDS.size())), "guest " + random.nextInt(1_000), hall);
    }
}
