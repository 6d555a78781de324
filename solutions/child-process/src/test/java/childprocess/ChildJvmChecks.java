package childprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.wire.Diagnosis.DEADLOCK;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.SAFETY;
import static telar.wire.TimeMode.REAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import telar.check.Check;

/**
 * Real processes. No program here runs for ever: one that stands still gives up by itself after a number of naps, so code that
 * freezes is found out within seconds, nothing stays behind, and a machine that is slow makes the naps slower as well.
 */
class ChildJvmChecks {
    /** A limit that no program meets, because each one gives up before. */
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private static final String STORY = "once upon a time\n".repeat(20_000);

    private final Random random = new Random(seed());

    /** Where a {@link Sleeper} says who it is; empty until then. */
    private Path number;

    @AfterEach
    void clearUp() throws IOException {
        if (number != null) {
            for (String name : List.of("pid", "unfinished", "gave-up", "")) {
                Files.deleteIfExists(number.resolveSibling(name));
            }
        }
    }

    /** Ends the program that it is started in, with a code of its own, when that has not come to its end after so many naps. */
    static final class GivesUp extends Thread {
        static final int CODE = 99;

        static void nap(int times) throws InterruptedException {
            for (int i = 0; i < times; i++) {
                Thread.sleep(20);
            }
        }

        private final int naps;
        private final Optional<Path> trace;

        GivesUp(int naps, Optional<Path> trace) {
            this.naps = naps;
            this.trace = trace;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                nap(naps);
                if (trace.isPresent()) {
                    Files.createFile(trace.get());
                }
            } catch (InterruptedException | IOException e) {
                // Nobody interrupts it, and nobody else leaves a trace.
            }
            Runtime.getRuntime().halt(CODE);
        }
    }

    static final class Greeter {
        public static void main(String[] args) throws IOException {
            new GivesUp(200, Optional.empty()).start();
            System.out.print("hello " + args[0] + " " + System.in.read());
            System.err.print("psst " + args[1]);
            System.exit(Integer.parseInt(args[2]));
        }
    }

    /** Writes much to one of its two outputs, and a word to the other one afterwards. */
    static final class Storyteller {
        public static void main(String[] args) {
            new GivesUp(200, Optional.empty()).start();
            boolean aloud = args[0].equals("out");
            (aloud ? System.out : System.err).print(STORY);
            (aloud ? System.err : System.out).print("the end");
        }
    }

    /**
     * Writes a word to its output and its number into a file, and stays much longer than anybody waits for it. Who asks it to end
     * is told to wait: it has to be made to.
     */
    static final class Sleeper {
        public static void main(String[] args) throws Exception {
            Path file = Path.of(args[0]);
            new GivesUp(Integer.parseInt(args[1]), Optional.of(file.resolveSibling("gave-up"))).start();
            Runtime.getRuntime().addShutdownHook(new Thread(LockSupport::park));
            System.out.print("good night");
            System.out.flush();
            GivesUp.nap(10); // time enough to read what was said before anybody learns that it was
            Path unfinished = file.resolveSibling("unfinished");
            Files.writeString(unfinished, Long.toString(ProcessHandle.current().pid()));
            Files.move(unfinished, file);
            Thread.currentThread().join();
        }
    }

    @Check(points = 20, property = BEHAVIOUR, time = REAL)
    void whatWasSaidAndHowItWentComesHome() throws Exception {
        int exit = 1 + random.nextInt(90);

        Outcome outcome = ChildJvm.run(Greeter.class, List.of("Ana", "Boris", Integer.toString(exit)), PATIENCE);

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(outcome.out()).as("standard output").isEqualTo("hello Ana -1");
                    assertThat(outcome.err()).as("standard error").isEqualTo("psst Boris");
                    assertThat(outcome.exit()).as("exit code").hasValue(exit);
                });
    }

    @Check(points = 20, property = LIVENESS, time = REAL)
    void aLongStoryDoesNotFreeze() throws Exception {
        Outcome outcome = ChildJvm.run(Storyteller.class, List.of("out"), PATIENCE);

        cameToItsEnd(outcome);
        failing(WRONG_RESULT, () -> assertThat(outcome.out().equals(STORY)).as("the whole story has come").isTrue());
        failing(WRONG_RESULT, () -> assertThat(outcome.err()).as("standard error").isEqualTo("the end"));
    }

    @Check(points = 20, property = LIVENESS, time = REAL)
    void aLongComplaintDoesNotFreezeEither() throws Exception {
        Outcome outcome = ChildJvm.run(Storyteller.class, List.of("err"), PATIENCE);

        cameToItsEnd(outcome);
        failing(WRONG_RESULT, () -> assertThat(outcome.err().equals(STORY)).as("the whole complaint has come").isTrue());
        failing(WRONG_RESULT, () -> assertThat(outcome.out()).as("standard output").isEqualTo("the end"));
    }

    private static void cameToItsEnd(Outcome outcome) {
        failing(
                DEADLOCK,
                () -> assertThat(outcome.exit())
                        .as("exit code (%d: it could not go on writing and gave up)", GivesUp.CODE)
                        .hasValue(0));
    }

    @Check(points = 20, property = CLEANUP, time = REAL)
    void whoDoesNotEndIsStoppedAndGone() throws Exception {
        // The limit may be over before the program has come so far as to say who it is: then a longer one is tried.
        int limit = 500;
        Outcome outcome;
        do {
            limit = 2 * limit;
            outcome = runSleeper(Duration.ofMillis(limit), 4 * limit / 20);
        } while (!Files.exists(number) && limit < 16_000);
        boolean alive = sleeper().isPresent();
        sleeper().ifPresent(ProcessHandle::destroyForcibly);

        Outcome stopped = outcome;
        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(number).as("where the program says who it is").exists();
                    assertThat(alive).as("the process is alive after run has returned").isFalse();
                    assertThat(number.resolveSibling("gave-up")).as("trace of a program that nobody has stopped").doesNotExist();
                    assertThat(stopped.exit()).as("exit code of a program that had to be stopped").isEmpty();
                    assertThat(stopped.out()).as("what it wrote until then").isEqualTo("good night");
                });
        assertThat(threads()).noneLeftBehind();
    }

    @Check(points = 10, property = SAFETY, time = REAL)
    void whoIsInterruptedLeavesNoProcessBehind() throws Exception {
        Interrupter interrupter = new Interrupter(Thread.currentThread());
        boolean interrupted = false;
        try {
            interrupter.start();
            runSleeper(PATIENCE, 500);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            interrupter.interrupt();
            interrupter.join();
            Thread.interrupted();
        }
        boolean told = interrupted;
        failing(WRONG_RESULT, () -> assertThat(told).as("run ends with an InterruptedException").isTrue());
        for (int nap = 0; nap < 200 && sleeper().isPresent(); nap++) {
            Thread.sleep(20);
        }
        boolean alive = sleeper().isPresent();
        sleeper().ifPresent(ProcessHandle::destroyForcibly);
        failing(WRONG_RESULT, () -> assertThat(alive).as("the process is alive after the interrupt").isFalse());
        assertThat(threads()).noneLeftBehind();
    }

    /** Interrupts somebody as soon as the sleeper has said who it is. */
    private final class Interrupter extends Thread {
        private final Thread caller;

        Interrupter(Thread caller) throws IOException {
            this.caller = caller;
            number = newNumber();
        }

        @Override
        public void run() {
            try {
                while (!Files.exists(number)) {
                    Thread.sleep(20);
                }
                caller.interrupt();
            } catch (InterruptedException e) {
                // The check is over.
            }
        }
    }

    @Check(points = 10, property = CLEANUP, time = REAL)
    void noReaderStaysBehind() throws Exception {
        ChildJvm.run(Greeter.class, List.of("Ana", "Boris", "0"), PATIENCE);

        assertThat(threads()).noneLeftBehind();
    }

    private Outcome runSleeper(Duration limit, int naps) throws IOException, InterruptedException {
        number = number == null ? newNumber() : number;
        return ChildJvm.run(Sleeper.class, List.of(number.toString(), Integer.toString(naps)), limit);
    }

    private static Path newNumber() throws IOException {
        return Files.createTempDirectory("sleeper").resolve("pid");
    }

    private Optional<ProcessHandle> sleeper() throws IOException {
        return Files.exists(number) ? ProcessHandle.of(Long.parseLong(Files.readString(number))) : Optional.empty();
    }
}
