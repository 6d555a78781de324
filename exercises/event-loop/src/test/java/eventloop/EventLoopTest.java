package eventloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventLoopTest {

    @Test
    void tablesAreServedInTurn() throws InterruptedException {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        EventLoop waiter = new EventLoop();
        int[] courses = new int[1];

        waiter.submit(
                () -> {
                    served.add("table 1");
                    return ++courses[0] < 2 ? Step.AGAIN : Step.DONE;
                });
        waiter.close();

        assertThat(served).containsExactly("table 1", "table 1");
    }

    @Test
    void theWaiterIsNotTheGuest() throws InterruptedException {
        Thread guest = Thread.currentThread();
        boolean[] sameThread = new boolean[1];
        EventLoop waiter = new EventLoop();

        waiter.submit(
                () -> {
                    sameThread[0] = Thread.currentThread() == guest;
                    return Step.DONE;
                });
        waiter.close();

        assertThat(sameThread[0]).as("the step ran on the thread of the caller").isFalse();
    }

    @Test
    void afterClosingTimeNobodyIsServed() throws InterruptedException {
        EventLoop waiter = new EventLoop();
        waiter.close();

        assertThatThrownBy(() -> waiter.submit(() -> Step.DONE)).isInstanceOf(IllegalStateException.class);
    }
}
