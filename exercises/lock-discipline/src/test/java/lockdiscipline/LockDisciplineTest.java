package lockdiscipline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LockDisciplineTest {

    @Test
    void twoVisitorsPayInAtTheSameTime() throws Exception {
        LockedBox<int[]> box = new LockedBox<>(new int[] {10});
        Thread ada = new Thread(() -> box.with(coins -> coins[0] += 5));
        Thread ben = new Thread(() -> box.with(coins -> coins[0] += 5));

        ada.start();
        ben.start();
        ada.join();
        ben.join();

        int coins = box.with(inside -> inside[0]);
        assertThat(coins).as("coins in the box").isEqualTo(20);
    }

    @Test
    void theNextVisitorGetsInAfterAVisitThatFailed() throws Exception {
        LockedBox<String> box = new LockedBox<>("ten coins");

        assertThatThrownBy(
                        () ->
                                box.with(
                                        coins -> {
                                            throw new IllegalStateException("dropped it");
                                        }))
                .isInstanceOf(IllegalStateException.class);

        CompletableFuture<String> next = CompletableFuture.supplyAsync(() -> box.with(coins -> coins));
        assertThat(next.get(10, SECONDS)).isEqualTo("ten coins");
    }

    @Test
    void theSecondWaitsForTheKey() throws Exception {
        OneKeyLock lock = new OneKeyLock();
        CountDownLatch secondIsIn = new CountDownLatch(1);
        Thread second =
                new Thread(
                        () -> {
                            try {
                                lock.acquire();
                                secondIsIn.countDown();
                                lock.release();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        second.setDaemon(true);

        lock.acquire();
        second.start();
        boolean tooEarly = secondIsIn.await(200, MILLISECONDS);
        lock.release();

        assertThat(tooEarly).as("the second is in before the first has left").isFalse();
        assertThat(secondIsIn.await(10, SECONDS)).as("the second gets in at last").isTrue();
        second.join();
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void nobodyHangsBackAKeyThatNobodyHas() {
        OneKeyLock lock = new OneKeyLock();

        assertThatThrownBy(lock::release).isInstanceOf(IllegalMonitorStateException.class);
    }
}
