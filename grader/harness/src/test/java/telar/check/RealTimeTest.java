package telar.check;

import static org.assertj.core.api.Assertions.*;
import static telar.check.AssertionWordingTest.failureOf;
import static telar.check.Checks.*;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The words of a check outside the engine, on this JVM's own threads and clock. */
class RealTimeTest {
    @Test
    void togetherNamesItsThreadsAndWaitsForThem() {
        var names = new AtomicReference<>("");
        together(() -> names.getAndUpdate(n -> n + me()), () -> names.getAndUpdate(n -> n + me()));
        assertThat(names.get()).isIn("firstsecond", "secondfirst");
    }

    @Test
    void togetherThrowsWhatWasThrownWhenAllHaveEnded() {
        var ended = new CountDownLatch(1);
        var failure = new IOException("first");
        assertThatThrownBy(
                        () ->
                                together(
                                        () -> { throw failure; },
                                        () -> { throw new PlannedFailure("second"); },
                                        ended::countDown))
                .isSameAs(failure)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(ended.getCount()).isZero();
    }

    @Test
    void waitsAlsoForThreadsThatAreStartedWhileOthersEnd() throws Exception {
        var left = new AtomicReference<List<?>>();
        var check = new Thread(new ThreadGroup("check"), () -> {
            Thread caller = Thread.currentThread();
            new Thread(() -> {
                while (caller.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait(); // until it waits for this thread's end
                }
                new Thread(() -> {
                    try {
                        Thread.sleep(200);
                    } catch (InterruptedException e) {
                        return;
                    }
                }).start();
            }).start();
            RealThreads.awaitTheirEnd(Duration.ofSeconds(30));
            left.set(RealThreads.alive());
        });
        check.start();
        check.join();
        assertThat(left.get().toString()).isEqualTo("[]");
    }

    @Test
    void rendezvousLetsGroupsThrough() throws Exception {
        var gauge = new Gauge();
        List<Runnable> tasks = gauge.around(rendezvousOf(2), 4);
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var future : tasks.stream().map(pool::submit).toList()) {
                future.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(gauge).reached(2).neverExceeded(2).isEmpty();
    }

    @Test
    void rendezvousEndsWithItsThread() throws Exception {
        var thrown = new AtomicReference<Throwable>();
        var thread = new Thread(rendezvousOf(2));
        thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
        thread.start();
        thread.interrupt();
        thread.join();
        assertThat(thrown.get()).hasMessage("interrupted while waiting at the meeting");
    }

    @Test
    void aGaugedTaskLeavesAlsoWhenItFails() {
        var gauge = new Gauge();
        assertThatThrownBy(() -> gauge.aroundCall(() -> { throw new IOException(); }).call()).isInstanceOf(IOException.class);
        assertThatThrownBy(gauge.around(() -> { throw new PlannedFailure(); })::run)
                .hasMessage("this task fails on purpose");
        assertThat(gauge).isEmpty().reached(1);
    }

    @Test
    void timePasses() {
        var time = virtualTime();
        letTimePass(Duration.ofMillis(5));
        assertThat(time).tookAtLeast(Duration.ofMillis(5));
    }

    @Test
    void threadsOfTheChecksGroupAreSeen() throws Exception {
        var seen = new AtomicReference<Throwable>();
        var release = new CountDownLatch(1);
        Runnable check =
                () -> {
                    assertThat(threads()).number(0).noneLeftBehind();
                    var worker = new Thread(() -> awaitQuietly(release), "worker-1");
                    worker.start();
                    assertThat(threads()).number(1).allNamedLike("worker-\\d");
                    assertThat(failureOf(() -> assertThat(threads()).number(2)))
                            .isEqualTo("There should be 2 threads, but there is 1: worker-1.");
                    assertThat(failureOf(() -> assertThat(threads()).allNamedLike("w")))
                            .isEqualTo("Every thread's name should look like w, but this one does not: worker-1.");
                    assertThat(failureOf(() -> assertThat(threads()).allDaemons()))
                            .isEqualTo(
                                    "NOT_A_DAEMON: Every thread should be a daemon, so that it does not keep the program alive."
                                            + " This one is not: worker-1.");
                    assertThat(RealThreads.alive().get(0).doing()).startsWith("worker-1 ");
                    release.countDown();
                    assertThat(threads()).noneLeftBehind().number(0);
                };
        var thread = new Thread(new ThreadGroup("check"), check);
        thread.setUncaughtExceptionHandler((t, e) -> seen.set(e));
        thread.start();
        thread.join();
        if (seen.get() != null) {
            throw new AssertionError(seen.get());
        }
    }

    @Test
    void eventuallyRepeats() {
        var calls = new AtomicInteger();
        eventually(() -> assertThat(calls.incrementAndGet()).isGreaterThan(2));
        assertThat(calls.get()).isEqualTo(3);
    }

    @Test
    void aChildJvmRuns() {
        var jvm = ChildJvm.of(Hello.class).args("a", "b").run();
        assertThat(jvm).endsWith(3);
        assertThat(jvm.out()).isEqualToIgnoringNewLines("hello ab");
    }

    @Test
    void theSeedIsOneUnlessTheRunHasAnother() {
        assertThat(seed()).isEqualTo(1);
        Seed.use(7);
        assertThat(seed()).isEqualTo(7);
        Seed.use(1);
    }

    /** A program. */
    static final class Hello {
        public static void main(String[] args) {
            System.out.println("hello " + String.join("", args));
            System.exit(3);
        }
    }

    private static String me() {
        return Thread.currentThread().getName();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
