package childprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@Tag("real-time")
class ChildJvmTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static final class Greeter {
        public static void main(String[] args) {
            System.out.print("hello " + args[0]);
            System.err.print("psst");
            System.exit(3);
        }
    }

    static final class Storyteller {
        public static void main(String[] args) {
            new GivesUp().start();
            System.out.print("once upon a time\n".repeat(20_000));
        }
    }

    /** Ends a program that cannot go on writing because nobody reads, so that it does not stay on your machine. */
    static final class GivesUp extends Thread {
        GivesUp() {
            setDaemon(true);
        }

        @Override
        public void run() {
            for (int i = 0; i < 200; i++) {
                LockSupport.parkNanos(20_000_000);
            }
            Runtime.getRuntime().halt(99);
        }
    }

    @Test
    @Tag("real-time")
    void whatItSaysComesHome() throws Exception {
        Outcome outcome = ChildJvm.run(Greeter.class, List.of("Ana"), PATIENCE);

        assertThat(outcome.out()).isEqualTo("hello Ana");
        assertThat(outcome.err()).isEqualTo("psst");
        assertThat(outcome.exit()).hasValue(3);
    }

    @Test
    @Tag("real-time")
    void aLongStoryFitsThroughThePipe() throws Exception {
        Outcome outcome = ChildJvm.run(Storyteller.class, List.of(), PATIENCE);

        assertThat(outcome.out().lines()).hasSize(20_000);
        assertThat(outcome.exit()).hasValue(0);
    }
}
