package startandjoin;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.virtualTime;
import static telar.wire.Diagnosis.NOT_PARALLEL;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.PARALLELISM;
import static telar.wire.Property.SAFETY;
import static telar.wire.TimeMode.ADVERSARIAL;

import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import telar.check.Check;

class SleepersChecks {

    private final Random random = new Random(seed());

    /** Milliseconds and seconds both matter: neither part of it may get lost. */
    private final Duration nap = Duration.ofMillis(1_100 + random.nextInt(800));

    @Check(points = 15, property = BEHAVIOUR)
    void aSleeperNapsAndThenReports() throws InterruptedException {
        var night = virtualTime();

        var lines = Sleepers.wakeAll(1, nap, silence());

        assertThat(lines).containsExactly(line(1));
        assertThat(night).tookAtLeast(nap);
    }

    @Check(points = 20, property = SAFETY)
    void nobodyIsMissingFromTheList() throws InterruptedException {
        int n = 3;

        var lines = Sleepers.wakeAll(n, nap, silence());

        assertThat(lines).containsExactlyInAnyOrder(linesOf(n));
    }

    @Check(points = 15, property = SAFETY)
    void everySleeperSpeaksForItself() throws InterruptedException {
        int n = 2 + random.nextInt(2);
        // A place for each sleeper, so that the log itself needs no lock and puts nothing in order.
        int[] heard = new int[n];
        var speakers = new Thread[n];

        Sleepers.wakeAll(
                n,
                nap,
                line -> {
                    int place = line.charAt("sleeper ".length()) - '1';
                    heard[place]++;
                    speakers[place] = Thread.currentThread();
                });

        assertThat(heard).as("how often each sleeper was heard").containsOnly(1);
        assertThat(speakers).as("the threads in which the log was called").doesNotHaveDuplicates();
        assertThat(speakers).doesNotContain(Thread.currentThread());
    }

    @Check(points = 15, property = PARALLELISM)
    void theNightIsAsLongAsOneNap() throws InterruptedException {
        int n = 3;
        var night = virtualTime();

        Sleepers.wakeAll(n, nap, silence());

        failing(NOT_PARALLEL, () -> assertThat(night).tookAtMost(nap.plusMillis(nap.toMillis() / 2)));
    }

    /** More than ten, which is how many the story has. Few runs are enough: what is asked is how many nap at once. */
    @Check(points = 5, property = PARALLELISM, schedules = 60)
    void thereIsABedForEverybody() throws InterruptedException {
        int n = 11 + random.nextInt(10);
        var night = virtualTime();

        var lines = Sleepers.wakeAll(n, nap, silence());

        failing(NOT_PARALLEL, () -> assertThat(night).tookAtMost(nap.plusMillis(nap.toMillis() / 2)));
        failing(WRONG_RESULT, () -> assertThat(lines).containsExactlyInAnyOrder(linesOf(n)));
    }

    @Check(points = 15, property = SAFETY, time = ADVERSARIAL)
    void nobodyGuessesHowLongANapTakes() throws InterruptedException {
        int n = 2;

        var lines = Sleepers.wakeAll(n, nap, silence());

        assertThat(lines).containsExactlyInAnyOrder(linesOf(n));
    }

    @Check(points = 5, property = SAFETY)
    void aSlowSpeakerIsWaitedFor() throws InterruptedException {
        var speech = Duration.ofDays(10 + random.nextInt(50));
        var night = virtualTime();

        Sleepers.wakeAll(
                2,
                nap,
                line -> {
                    if (line.equals(line(1))) {
                        letTimePass(speech);
                    }
                });

        assertThat(night).tookAtLeast(nap.plus(speech));
    }

    @Check(points = 5, property = BEHAVIOUR)
    void everyNightHasAListOfItsOwn() throws InterruptedException {
        var first = Sleepers.wakeAll(2, nap, silence());
        var second = Sleepers.wakeAll(1, nap, silence());

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(first).as("the list of the first night").containsExactlyInAnyOrder(linesOf(2));
                    assertThat(second).as("the list of the second night").containsExactly(line(1));
                });
    }

    @Check(points = 5, property = CLEANUP)
    void nobodyIsLeftBehind() throws InterruptedException {
        Sleepers.wakeAll(2, nap, silence());

        assertThat(threads()).noneLeftBehind();
    }

    private static Consumer<String> silence() {
        return line -> {};
    }

    private static String line(int sleeper) {
        return "sleeper " + sleeper + " is awake";
    }

    private static String[] linesOf(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(SleepersChecks::line).toArray(String[]::new);
    }
}
