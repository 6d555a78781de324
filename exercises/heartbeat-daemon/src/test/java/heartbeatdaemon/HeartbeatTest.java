package heartbeatdaemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final AtomicInteger pings = new AtomicInteger();

    @Test
    void itBeatsAgainAndAgain() throws InterruptedException {
        CountDownLatch threePings = new CountDownLatch(3);
        Heartbeat heart =
                new Heartbeat(
                        () -> {
                            ping();
                            threePings.countDown();
                        },
                        Duration.ofMillis(50));

        heart.start();

        assertThat(threePings.await(10, TimeUnit.SECONDS)).as("three pings came").isTrue();
        heart.stop();
    }

    @Test
    void itDoesNotHurry() {
        Heartbeat heart = new Heartbeat(this::ping, Duration.ofHours(1));

        heart.start();

        await().until(() -> pings.get() >= 1);
        await().during(Duration.ofMillis(300)).until(() -> pings.get() == 1);
        heart.stop();
    }

    @Test
    void itBeatsInADaemonThread() throws InterruptedException {
        AtomicBoolean daemon = new AtomicBoolean();
        CountDownLatch beaten = new CountDownLatch(1);
        Heartbeat heart =
                new Heartbeat(
                        () -> {
                            ping();
                            daemon.set(Thread.currentThread().isDaemon());
                            beaten.countDown();
                        },
                        Duration.ofHours(1));

        heart.start();

        assertThat(beaten.await(10, TimeUnit.SECONDS)).as("a ping came").isTrue();
        heart.stop();
        assertThat(daemon.get()).as("the thread that pings is a daemon").isTrue();
    }

    @Test
    void stopEndsItEvenWhileItSleeps() {
        Heartbeat heart = new Heartbeat(this::ping, Duration.ofHours(1));
        heart.start();
        assertThat(heart.isAlive()).as("isAlive() after start()").isTrue();
        await().until(() -> pings.get() == 1);

        heart.stop();

        await().until(() -> !heart.isAlive());
    }

    @Test
    void itOutlivesAPingThatFails() throws InterruptedException {
        CountDownLatch twoPings = new CountDownLatch(2);
        Heartbeat heart =
                new Heartbeat(
                        () -> {
                            ping();
                            twoPings.countDown();
                            throw new IllegalStateException("the network is down");
                        },
                        Duration.ofMillis(50));

        heart.start();

        assertThat(twoPings.await(10, TimeUnit.SECONDS)).as("two pings came").isTrue();
        heart.stop();
    }

    @Test
    @Tag("real-time")
    void aProgramEndsAlthoughItsHeartStillBeats() throws IOException, URISyntaxException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                folderOf(Heartbeat.class) + File.pathSeparator + folderOf(ChatProgram.class),
                                ChatProgram.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> !program.isAlive());
            assertThat(program.exitValue()).as("exit code").isZero();
        } finally {
            program.destroyForcibly();
        }
    }

    /** Counts. A heart that never pauses is held here after a while, so that it leaves the others their turn. */
    private void ping() {
        if (pings.incrementAndGet() > 100) {
            LockSupport.park();
        }
    }

    private static String folderOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    /** A program whose main method has nothing more to do once the heart beats. */
    static final class ChatProgram {
        public static void main(String[] args) {
            new Heartbeat(() -> System.out.println("I am here"), Duration.ofMillis(100)).start();
        }
    }
}
