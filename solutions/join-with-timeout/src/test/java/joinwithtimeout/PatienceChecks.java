package joinwithtimeout;

import static java.lang.Thread.State.RUNNABLE;
import static joinwithtimeout.Outcome.ARRIVED;
import static joinwithtimeout.Outcome.STILL_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.seed;
import static telar.check.Checks.virtualTime;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.SAFETY;

import java.time.Duration;
import java.util.Random;
import telar.check.Check;

class PatienceChecks {

    /** "At once", as the statement says it. */
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Random random = new Random(seed());

    @Check(points = 15, property = BEHAVIOUR)
    void aFriendInTimeArrives() throws InterruptedException {
        var walk = Duration.ofMillis(200 + random.nextInt(100));
        var friend = outFor(walk);
        var waiting = virtualTime();

        var outcome = Patience.await(friend, walk.plusMillis(300 + random.nextInt(300)));

        failing(WRONG_RESULT, () -> assertThat(outcome).isEqualTo(ARRIVED));
        assertThat(waiting).tookAtLeast(walk).tookAtMost(walk.plus(A_MOMENT));
    }

    @Check(points = 20, property = BEHAVIOUR)
    void aLateFriendIsStillOut() throws InterruptedException {
        var patience = Duration.ofMillis(300 + random.nextInt(600));
        var interrupted = new boolean[1];
        var friend =
                new Thread(
                        () -> {
                            letTimePass(AN_HOUR);
                            interrupted[0] = Thread.currentThread().isInterrupted();
                        },
                        "friend");
        friend.start();
        var waiting = virtualTime();

        var outcome = Patience.await(friend, patience);

        failing(WRONG_RESULT, () -> assertThat(outcome).isEqualTo(STILL_OUT));
        assertThat(waiting).tookAtLeast(patience).tookAtMost(patience.plus(A_MOMENT));
        friend.join();
        failing(WRONG_RESULT, () -> assertThat(interrupted[0]).as("the friend was interrupted").isFalse());
    }

    @Check(points = 15, property = BEHAVIOUR)
    void aFriendWhoIsAlreadyHomeHasArrived() throws InterruptedException {
        var friend = outFor(Duration.ofMillis(random.nextInt(50)));
        friend.join();
        var waiting = virtualTime();

        var look = Patience.await(friend, Duration.ZERO);
        var wait = Patience.await(friend, Duration.ofSeconds(1));

        failing(WRONG_RESULT, () -> assertThat(look).as("with no patience").isEqualTo(ARRIVED));
        failing(WRONG_RESULT, () -> assertThat(wait).as("with patience").isEqualTo(ARRIVED));
        assertThat(waiting).tookAtMost(A_MOMENT);
    }

    @Check(points = 15, property = LIVENESS)
    void littlePatienceIsNotForEver() throws InterruptedException {
        var friend = outFor(AN_HOUR);
        var aBlink = Duration.ofNanos(1 + random.nextInt(999_999));

        isStillOutAfter(Duration.ZERO, friend);
        isStillOutAfter(aBlink, friend);
        isStillOutAfter(aBlink.plusMillis(1), friend);
    }

    private static void isStillOutAfter(Duration patience, Thread friend) throws InterruptedException {
        var waiting = virtualTime();

        var outcome = Patience.await(friend, patience);

        failing(WRONG_RESULT, () -> assertThat(outcome).as("with a patience of %s", patience).isEqualTo(STILL_OUT));
        assertThat(waiting).tookAtLeast(patience).tookAtMost(patience.plus(A_MOMENT));
    }

    @Check(points = 15, property = LIVENESS)
    void anInterruptEndsTheWait() throws InterruptedException {
        var friend = outFor(AN_HOUR);
        var ended = new String[1];
        var waiter = new Thread(() -> ended[0] = howItEnds(friend, AN_HOUR.dividedBy(2)), "waiter");

        waiter.start();
        letTimePass(Duration.ofMillis(500));
        waiter.interrupt();
        letTimePass(A_MOMENT);

        failing(WRONG_RESULT, () -> assertThat(waiter.isAlive()).as("still waiting a moment after the interrupt").isFalse());
        waiter.join();
        failing(WRONG_RESULT, () -> assertThat(ended[0]).as("how await ended").isEqualTo("InterruptedException"));
    }

    @Check(points = 10, property = SAFETY)
    void whoHasArrivedHasUnpacked() throws InterruptedException {
        int shells = 1 + random.nextInt(9);
        var bag = new int[1];
        var friend = new Thread(() -> bag[0] = shells, "friend");
        friend.start();

        // The friend may end just before or just after the look: either answer is right, if it is true.
        if (Patience.await(friend, Duration.ZERO) == ARRIVED) {
            assertThat(bag[0]).as("what the friend has brought home").isEqualTo(shells);
        }
    }

    @Check(points = 10, property = LIVENESS)
    void whoWaitsRests() throws InterruptedException {
        var friend = outFor(AN_HOUR);
        var waiter = new Thread(() -> howItEnds(friend, Duration.ofMillis(700)), "waiter");

        waiter.start();
        letTimePass(Duration.ofMillis(333));

        failing(WRONG_RESULT, () -> assertThat(waiter.getState()).as("the state of a thread that waits").isNotEqualTo(RUNNABLE));
        waiter.join();
    }

    private static Thread outFor(Duration walk) {
        var friend = new Thread(() -> letTimePass(walk), "friend");
        friend.start();
        return friend;
    }

    private static String howItEnds(Thread friend, Duration patience) {
        try {
            return Patience.await(friend, patience).name();
        } catch (InterruptedException e) {
            return "InterruptedException";
        }
    }
}
