package virtualthreads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HotlineTest {

    @Test
    void answersComeInTheOrderOfTheQuestions() throws Exception {
        Hotline<String> hotline = new Hotline<>(() -> "dictionary", 2);
        List<Question<String, Integer>> questions = List.of(d -> 1, d -> 2, d -> 3);

        assertThat(hotline.answerAll(questions)).containsExactly(1, 2, 3);
    }

    @Test
    void callersAskAtTheSameTimeInVirtualThreads() throws Exception {
        Hotline<String> hotline = new Hotline<>(() -> "dictionary", 2);
        CountDownLatch both = new CountDownLatch(2);
        Question<String, Boolean> question =
                d -> {
                    both.countDown();
                    return Thread.currentThread().isVirtual() && both.await(10, TimeUnit.SECONDS);
                };

        assertThat(hotline.answerAll(List.of(question, question)))
                .as("each caller: in a virtual thread, and while the other one asked")
                .containsExactly(true, true);
    }

    @Test
    void thereAreFewDictionariesForManyCallers() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Hotline<Integer> hotline = new Hotline<>(made::incrementAndGet, 1);
        List<Question<Integer, Integer>> questions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            questions.add(d -> d);
        }

        assertThat(hotline.answerAll(questions)).as("the number of the dictionary that each caller used").containsExactly(1, 1, 1);
        assertThat(made.get()).as("dictionaries made").isEqualTo(1);
    }
}
