package boundedbuffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BoundedBufferTest {

    @Test
    void lettersComeOutInTheOrderInWhichTheyWentIn() throws InterruptedException {
        BoundedBuffer<String> box = new BoundedBuffer<>(2);

        box.put("bill");
        box.put("postcard");

        assertThat(box.size()).isEqualTo(2);
        assertThat(box.take()).isEqualTo("bill");
        assertThat(box.take()).isEqualTo("postcard");
        assertThat(box.size()).isZero();
    }

    @Test
    void aSmallBoxLosesNoLetter() throws Exception {
        BoundedBuffer<String> box = new BoundedBuffer<>(1);
        FutureTask<List<String>> person =
                new FutureTask<>(
                        () -> {
                            List<String> letters = new ArrayList<>();
                            letters.add(box.take());
                            letters.add(box.take());
                            letters.add(box.take());
                            return letters;
                        });
        new Thread(person).start();

        box.put("bill");
        box.put("postcard");
        box.put("invitation");

        assertThat(person.get()).containsExactly("bill", "postcard", "invitation");
    }
}
