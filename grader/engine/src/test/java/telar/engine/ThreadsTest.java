package telar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Outside the engine they are plain threads. */
class ThreadsTest {
    @Test
    void runsSideBySideUnderTheirNames() {
        CountDownLatch both = new CountDownLatch(2);
        String[] names = new String[2];
        Threads.together(
                () -> {
                    names[0] = Thread.currentThread().getName();
                    both.countDown();
                    both.await();
                },
                () -> {
                    names[1] = Thread.currentThread().getName();
                    both.countDown();
                    both.await();
                });
        assertThat(names).containsExactly("first", "second");
    }

    @Test
    void throwsWhatTheFirstThrewWithTheOthersAttached() {
        IOException one = new IOException("one");
        IllegalStateException other = new IllegalStateException("other");
        assertThatThrownBy(
                        () ->
                                Threads.together(
                                        () -> {},
                                        () -> {
                                            throw one;
                                        },
                                        () -> {
                                            throw other;
                                        }))
                .isSameAs(one)
                .hasSuppressedException(other);
    }
}
