package workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TaskQueueTest {

    @Test
    void ordersComeOutInTheOrderInWhichTheyCameIn() throws InterruptedException {
        TaskQueue<String> kitchen = new TaskQueue<>();

        kitchen.put("soup");
        kitchen.put("salad");

        assertThat(kitchen.take()).isEqualTo("soup");
        assertThat(kitchen.take()).isEqualTo("salad");
    }

    @Test
    void theLandladyWaitsForTheLastOrder() throws InterruptedException {
        TaskQueue<String> kitchen = new TaskQueue<>();
        List<String> plates = new ArrayList<>();
        kitchen.put("soup");
        kitchen.put("salad");
        Thread cook =
                new Thread(
                        () -> {
                            for (int i = 0; i < 2; i++) {
                                try {
                                    plates.add(kitchen.take());
                                    kitchen.taskDone();
                                } catch (InterruptedException e) {
                                    return;
                                }
                            }
                        });
        cook.start();

        kitchen.join();

        assertThat(plates).containsExactly("soup", "salad");
    }

    @Test
    void nobodyCanFinishWhatWasNeverOrdered() {
        assertThatThrownBy(() -> new TaskQueue<String>().taskDone()).isInstanceOf(IllegalStateException.class);
    }
}
