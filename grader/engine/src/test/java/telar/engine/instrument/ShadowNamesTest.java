package telar.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShadowNamesTest {

    @Test
    void classesThatThreadsShareAreCopied() {
        assertThat(new String[] {
                    "java/util/concurrent/locks/ReentrantLock",
                    "java/util/concurrent/locks/AbstractQueuedSynchronizer$Node",
                    "java/util/concurrent/ForkJoinPool",
                    "java/util/concurrent/atomic/AtomicInteger",
                    "java/util/stream/Stream",
                    "java/util/stream/Collectors",
                    "java/util/ArrayList",
                    "java/util/HashMap$Node",
                    "java/util/Timer"
                })
                .allMatch(ShadowNames::shadow);
    }

    @Test
    void interfacesExceptionsAndEnumsStay() {
        assertThat(new String[] {
                    "java/util/List",
                    "java/util/concurrent/Executor",
                    "java/util/concurrent/Future",
                    "java/util/concurrent/BlockingQueue",
                    "java/util/concurrent/locks/Lock",
                    "java/util/concurrent/TimeUnit",
                    "java/util/concurrent/TimeoutException",
                    "java/util/concurrent/locks/LockSupport",
                    "java/util/Optional",
                    "java/lang/Thread",
                    "telar/ArrayList"
                })
                .noneMatch(ShadowNames::shadow);
    }

    @Test
    void anInterfaceThatMentionsACopyIsCopied() {
        assertThat(ShadowNames.shadow("java/util/concurrent/CompletionStage")).isTrue();
    }

    @Test
    void theOriginalNameHasNoPrefix() {
        assertThat(ShadowNames.original("shadow.java.util.ArrayList")).isEqualTo("java.util.ArrayList");
        assertThat(ShadowNames.original("likes.LikeCounter")).isEqualTo("likes.LikeCounter");
    }
}
