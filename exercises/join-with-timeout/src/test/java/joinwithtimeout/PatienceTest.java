package joinwithtimeout;

import static joinwithtimeout.Outcome.ARRIVED;
import static joinwithtimeout.Outcome.STILL_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {

    /** The friend sets out for home when this is opened, or after five seconds anyway. */
    private final CountDownLatch goHome = new CountDownLatch(1);

    private final Thread friend = new Thread(this::walk, "friend");

    @AfterEach
    void sendTheFriendHome() throws InterruptedException {
        goHome.countDown();
        friend.join();
    }

    @Test
    void aFriendWhoComesHomeArrives() throws InterruptedException {
        friend.start();
        goHome.countDown();

        assertThat(Patience.await(friend, Duration.ofMinutes(1))).isEqualTo(ARRIVED);
    }

    @Test
    void aFriendWhoIsLateIsStillOut() throws InterruptedException {
        friend.start();

        assertThat(Patience.await(friend, Duration.ofMillis(100))).isEqualTo(STILL_OUT);
    }

    @Test
    void noPatienceIsJustALook() throws InterruptedException {
        friend.start();

        assertThat(Patience.await(friend, Duration.ZERO)).isEqualTo(STILL_OUT);
    }

    private void walk() {
        try {
            goHome.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // nobody interrupts the friend
        }
    }
}
