package lockdiscipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.seed;
import static telar.check.Checks.together;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import telar.check.Body;
import telar.check.Check;
import telar.check.Gauge;
import telar.check.PlannedFailure;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** The money in the box is a plain number: whatever the box lets through at the same time is a data race. */
class LockDisciplineChecks {

    /** Short, because a lock may look again and again, a millisecond later each time. */
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final Random random = new Random(seed());

    @Check(points = 5, property = Property.BEHAVIOUR)
    void whatTheVisitorAnswersComesBack() {
        int coins = 1 + random.nextInt(100);
        LockedBox<int[]> box = new LockedBox<>(new int[] {coins});

        String answer = box.with(inside -> "found " + inside[0]++);
        int later = box.with(inside -> inside[0]);

        assertThat(answer).isEqualTo("found " + coins);
        assertThat(later).as("coins one visit later").isEqualTo(coins + 1);
    }

    @Check(points = 15, property = Property.SAFETY)
    void oneVisitorAtATime() {
        int coins = random.nextInt(100);
        LockedBox<int[]> box = new LockedBox<>(new int[] {coins});

        together(() -> box.with(inside -> inside[0]++), () -> box.with(inside -> inside[0]++));

        int later = box.with(inside -> inside[0]);
        assertThat(later).as("coins in the box").isEqualTo(coins + 2);
    }

    @Check(points = 15, property = Property.LIVENESS)
    void aVisitThatFailsLeavesTheBoxOpen() {
        LockedBox<int[]> box = new LockedBox<>(new int[] {0});

        for (Throwable thrown : new Throwable[] {new PlannedFailure(), new Dropped()}) {
            failing(
                    Diagnosis.WRONG_RESULT,
                    () -> assertThatThrownBy(() -> box.with(inside -> fail(thrown))).isSameAs(thrown));
            together(() -> box.with(inside -> inside[0]++));
        }

        int visits = box.with(inside -> inside[0]);
        assertThat(visits).as("visits after the failed ones").isEqualTo(2);
    }

    @Check(points = 10, property = Property.SAFETY)
    void anyoneMayLookAtTheHook() throws InterruptedException {
        OneKeyLock lock = new OneKeyLock();
        assertThat(lock.isLocked()).as("isLocked() of a new lock").isFalse();
        lock.acquire();
        assertThat(lock.isLocked()).as("isLocked() while this thread has the key").isTrue();
        together(() -> assertThat(lock.isLocked()).as("isLocked() while another thread has the key").isTrue());
        lock.release();
        assertThat(lock.isLocked()).as("isLocked() after release()").isFalse();

        together(
                () -> {
                    lock.acquire();
                    lock.release();
                },
                lock::isLocked);

        assertThat(lock.isLocked()).as("isLocked() when all have left").isFalse();
    }

    @Check(points = 15, property = Property.SAFETY)
    void oneKeyLetsInOne() {
        OneKeyLock lock = new OneKeyLock();
        Gauge inside = new Gauge();

        together(
                () -> {
                    visit(lock, inside);
                    visit(lock, inside);
                },
                () -> visit(lock, inside));

        assertThat(inside).reached(1).neverExceeded(1);
    }

    @Check(points = 10, property = Property.LIVENESS)
    void everybodyWhoWaitsGetsTheKey() throws InterruptedException {
        OneKeyLock lock = new OneKeyLock();
        int[] visits = new int[1]; // what one does with the key in hand, the next one sees
        Body visit =
                () -> {
                    lock.acquire();
                    visits[0]++;
                    lock.release();
                };

        together(visit, visit, visit);

        assertThat(visits[0]).as("visits").isEqualTo(3);
        assertThat(lock.isLocked()).as("isLocked() when all have left").isFalse();
    }

    @Check(points = 10, property = Property.SAFETY)
    void anOpenLockCannotBeReleased() throws InterruptedException {
        OneKeyLock lock = new OneKeyLock();

        refuses(lock, "release() of a new lock");
        lock.acquire();
        lock.release();
        refuses(lock, "a second release()");

        lock.acquire();
        assertThat(lock.isLocked()).as("isLocked() after a refused release() and an acquire()").isTrue();
        lock.release();
    }

    @Check(points = 10, property = Property.SAFETY)
    void nobodyReleasesTheKeyOfSomebodyElse() throws InterruptedException {
        OneKeyLock lock = new OneKeyLock();
        lock.acquire();

        together(() -> refuses(lock, "release() by a thread that does not have the key"));

        assertThat(lock.isLocked()).as("isLocked() after the refused release()").isTrue();
        lock.release();
        assertThat(lock.isLocked()).isFalse();
    }

    @Check(points = 5, property = Property.LIVENESS)
    void whoIsCalledAwayLeavesWithoutTheKey() throws InterruptedException {
        OneKeyLock lock = new OneKeyLock();
        AtomicBoolean told = new AtomicBoolean();
        Thread waiter =
                new Thread(
                        () -> {
                            try {
                                lock.acquire();
                            } catch (InterruptedException calledAway) {
                                told.set(true);
                            }
                        });
        lock.acquire();
        waiter.start();
        letTimePass(A_MOMENT);

        waiter.interrupt();
        letTimePass(A_MOMENT);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(told.get()).as("acquire() ends with an InterruptedException").isTrue();
                    assertThat(lock.isLocked()).as("isLocked() while this thread still has the key").isTrue();
                });
        lock.release();
        assertThat(lock.isLocked()).as("isLocked() when all have left").isFalse();
        together(() -> visit(lock, new Gauge()));
    }

    @Check(points = 5, property = Property.LIVENESS)
    void whoIsCalledAwayDoesNotKeepTheNextOneWaiting() throws InterruptedException {
        OneKeyLock lock = new OneKeyLock();
        Thread first = new Thread(() -> visitUnlessCalledAway(lock));
        Thread second = new Thread(() -> visitUnlessCalledAway(lock));
        lock.acquire();
        first.start();
        letTimePass(A_MOMENT);
        second.start();
        letTimePass(A_MOMENT);

        lock.release();
        first.interrupt(); // perhaps the key is meant for this one already: then somebody has to tell the second
        first.join();
        second.join();

        assertThat(lock.isLocked()).as("isLocked() when all have left").isFalse();
    }

    private static void visitUnlessCalledAway(OneKeyLock lock) {
        try {
            lock.acquire();
        } catch (InterruptedException calledAway) {
            return;
        }
        lock.release();
    }

    private static void visit(OneKeyLock lock, Gauge inside) throws InterruptedException {
        lock.acquire();
        inside.enter();
        inside.exit();
        failing(
                Diagnosis.TOO_MANY_AT_ONCE,
                () -> assertThatCode(lock::release).as("release() by the thread that has taken the key").doesNotThrowAnyException());
    }

    private static void refuses(OneKeyLock lock, String what) {
        failing(
                Diagnosis.RELEASED_WITHOUT_HOLDING,
                () -> assertThatThrownBy(lock::release).as(what).isInstanceOf(IllegalMonitorStateException.class));
    }

    private static int fail(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    /** A failure that is no exception. */
    private static final class Dropped extends Error {
        private static final long serialVersionUID = 1L;
    }
}
