package anybody;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import telar.engine.Threads;
import telar.engine.Time;
import telar.engine.junit.Interleaved;

/** Run by tests through JUnit's launcher, not by Surefire: its name does not end in Test, because some of it fails on purpose. */
class LikeCounterExample {
    private LikeCounter prepared;

    @BeforeEach
    void prepare() {
        prepared = new LikeCounter();
        prepared.like();
    }

    // tag::test
    @Interleaved
    void noLikeIsLost() {
        var counter = new LikeCounter();
        Threads.together(counter::like, counter::like);
        assertThat(counter.likes()).isEqualTo(2);
    }
    // end::test

    @Interleaved
    void startsFromWhatIsPreparedInEveryRun() {
        Threads.together(prepared::like, prepared::like);
        assertThat(prepared.likes()).isEqualTo(3);
    }

    @Interleaved
    void losesALike() {
        var counter = new int[1];
        Object lock = new Object();
        Runnable like = () -> {
            int now;
            synchronized (lock) {
                now = counter[0];
            }
            synchronized (lock) {
                counter[0] = now + 1;
            }
        };
        Threads.together(like::run, like::run);
        assertThat(counter[0]).isEqualTo(2);
    }

    @Interleaved(time = Time.ADVERSARIAL)
    void sleepsLongEnough() throws InterruptedException {
        int[] box = new int[1];
        Object lock = new Object();
        Thread writer = new Thread(() -> {
            synchronized (lock) {
                box[0] = 1;
            }
        });
        writer.start();
        Thread.sleep(100);
        synchronized (lock) {
            assertThat(box[0]).isEqualTo(1);
        }
    }

    @Interleaved(replay = "0x2.7x3")
    void replaysWhatAnotherTestDid() {
        var counter = new LikeCounter();
        Threads.together(counter::like, counter::like);
    }

    class Inner {
        @Interleaved
        void cannotRun() {}
    }
}
