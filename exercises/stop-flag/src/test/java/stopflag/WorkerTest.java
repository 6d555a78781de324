package stopflag;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private final AtomicReference<Thread> thread = new AtomicReference<>();

    @Test
    void theWorkerWashesPlateAfterPlate() throws InterruptedException {
        CountDownLatch threePlates = new CountDownLatch(3);
        Worker worker =
                new Worker(
                        () -> {
                            pause();
                            threePlates.countDown();
                        });

        worker.start();

        assertThat(threePlates.await(10, SECONDS)).as("three plates are washed").isTrue();
        worker.stop();
        await().until(() -> worker.processed() >= 3);
    }

    @Test
    void stopIsHeardBetweenTwoPlates() {
        Worker worker = new Worker(this::pause);
        worker.start();
        await().until(() -> thread.get() != null);

        worker.stop();

        await().until(() -> !thread.get().isAlive());
    }

    @Test
    void stopIsHeardWhileWaiting() {
        CountDownLatch plateThatNeverComes = new CountDownLatch(1);
        Worker worker =
                new Worker(
                        () -> {
                            thread.set(Thread.currentThread());
                            plateThatNeverComes.await();
                        });
        worker.start();
        await().until(() -> thread.get() != null);

        worker.stop();

        await().until(() -> !thread.get().isAlive());
        assertThat(worker.processed()).as("plates washed").isZero();
    }

    /** Washing a plate takes a moment. */
    private void pause() {
        thread.set(Thread.currentThread());
        LockSupport.parkNanos(20_000_000);
    }
}
