package cancelcleanly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time-out is only a net: without it, a search that never ends would keep Maven waiting for ever. */
@Timeout(30)
class SearchTest {

    @Test
    void leftAloneASearchFindsEverything() throws InterruptedException {
        Mountain mountain = new Mountain();

        Handle search = new Search(mountain, 3).start();

        assertThat(search.result()).containsExactly("found at 0", "found at 1", "found at 2");
        assertThat(mountain.left.get()).as("times the party left").isEqualTo(1);
    }

    @Test
    void aPartyThatWaitsIsCalledBack() throws InterruptedException {
        CountDownLatch looking = new CountDownLatch(1);
        Mountain mountain =
                new Mountain() {
                    @Override
                    public String look(int square) throws InterruptedException {
                        looking.countDown();
                        new CountDownLatch(1).await(); // as long as nobody interrupts
                        return super.look(square);
                    }
                };

        Handle search = new Search(mountain, 3).start();
        looking.await();
        search.cancel();

        assertThatThrownBy(search::result).isInstanceOf(CancellationException.class);
        assertThat(mountain.left.get()).as("times the party left").isEqualTo(1);
    }

    @Test
    void aLateCallChangesNothing() throws InterruptedException {
        Handle search = new Search(new Mountain(), 1).start();
        search.result();

        search.cancel();

        assertThat(search.result()).containsExactly("found at 0");
    }

    private static class Mountain implements Ground {
        private final AtomicInteger left = new AtomicInteger();

        @Override
        public void enter() {}

        @Override
        public String look(int square) throws InterruptedException {
            return "found at " + square;
        }

        @Override
        public void leave() {
            left.incrementAndGet();
        }
    }
}
