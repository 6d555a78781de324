package threadlifecycle;

import static java.lang.Thread.State.BLOCKED;
import static java.lang.Thread.State.NEW;
import static java.lang.Thread.State.RUNNABLE;
import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class ExhibitsTest {

    @Test
    void theFirstRoomShowsTheBeginningAndTheEnd() throws InterruptedException {
        showAndClose(NEW);
        showAndClose(RUNNABLE);
        showAndClose(TERMINATED);
    }

    @Test
    void theSecondRoomShowsTwoWaysToWait() throws InterruptedException {
        showAndClose(WAITING);
        showAndClose(TIMED_WAITING);
    }

    @Test
    void theLastRoomShowsAThreadInFrontOfALock() throws InterruptedException {
        showAndClose(BLOCKED);
    }

    /** Has the exhibit set up in another thread, so that one that never gets ready does not hold up the test. */
    private static void showAndClose(Thread.State state) throws InterruptedException {
        Exhibit[] exhibit = new Exhibit[1];
        Thread.State[] seen = new Thread.State[1];
        Thread curator =
                new Thread(
                        () -> {
                            try {
                                exhibit[0] = Exhibits.inState(state);
                                seen[0] = exhibit[0].thread().getState();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "curator");
        curator.setDaemon(true);

        curator.start();
        curator.join(3_000);

        assertThat(curator.isAlive()).as("inState(%s) is still at work", state).isFalse();
        assertThat(seen[0]).as("the state of the exhibit").isEqualTo(state);
        exhibit[0].close();
        await().until(() -> !exhibit[0].thread().isAlive());
    }
}
