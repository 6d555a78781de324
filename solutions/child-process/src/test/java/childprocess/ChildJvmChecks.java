package childprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.eventually;
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
import java.util.Random;
import telar.check.Check;

/** Real processes. Only what hangs meets a limit: right code needs as long as a JVM takes to start. */
class ChildJvmChecks {
    /** So long that no honest program is stopped, on however slow a machine; a program that freezes is stopped then. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** For programs that never end by themselves. */
    private static final Duration SHORT = Duration.ofMillis(1_500);

    private final Random random = new Random(seed());

    static final class Greeter {
        public static void main(String[] args) throws IOException {
            System.out.print("hello " + args[0] + " " + System.in.read());
            System.err.print("psst " + args[1]);
            System.exit(Integer.parseInt(args[2]));
        }
    }

    /** Writes much to one of its two outputs, and a word to the other one afterwards. */
    static final class Storyteller {
        public static void main(String[] args) {
            var loud = args[0].equals("out") ? System.out : System.err;
            var quiet = args[0].equals("out") ? System.err : System.out;
            for (int i = 0; i < 20_000; i++) {
                loud.println("once upon a time " + i);
            }
            quiet.print("the end");
        }
    }

    /** Writes its number into a file and a word to its output, and never ends. */
    static final class Sleeper {
        public static void main(String[] args) throws Exception {
            System.out.print("good night");
            System.out.flush();
            Path file = Path.of(args[0]);
            Path unfinished = Files.writeString(file.resolveSibling("unfinished"), Long.toString(ProcessHandle.current().pid()));
            Files.move(unfinished, file);
            while (true) {
                Thread.sleep(1_000);
            }
        }
    }

    @Check(points = 20, property = BEHAVIOUR, time = REAL)
    void whatWasSaidAndHowItWentComesHome() throws Exception {
        int exit = 1 + random.nextInt(100);

        Outcome outcome = ChildJvm.run(Greeter.class, List.of("Ana", "Boris", Integer.toString(exit)), PATIENCE);

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(outcome.out()).isEqualTo("hello Ana -1");
                    assertThat(outcome.err()).isEqualTo("psst Boris");
                    assertThat(outcome.exit()).hasValue(exit);
                });
    }

    @Check(points = 20, property = LIVENESS, time = REAL)
    void aLongStoryDoesNotFreeze() throws Exception {
        Outcome outcome = ChildJvm.run(Storyteller.class, List.of("out"), PATIENCE);

        failing(DEADLOCK, () -> assertThat(outcome.exit()).as("exit code: the program came to its end").isPresent());
        failing(WRONG_RESULT, () -> assertThat(outcome.out().lines()).hasSize(20_000));
        assertThat(outcome.err()).isEqualTo("the end");
    }

    @Check(points = 20, property = LIVENESS, time = REAL)
    void aLongComplaintDoesNotFreezeEither() throws Exception {
        Outcome outcome = ChildJvm.run(Storyteller.class, List.of("err"), PATIENCE);

        failing(DEADLOCK, () -> assertThat(outcome.exit()).as("exit code: the program came to its end").isPresent());
        failing(WRONG_RESULT, () -> assertThat(outcome.err().lines()).hasSize(20_000));
        assertThat(outcome.out()).isEqualTo("the end");
    }

    @Check(points = 20, property = CLEANUP, time = REAL)
    void whoDoesNotEndIsStoppedAndGone() throws Exception {
        Path number = Files.createTempDirectory("sleeper").resolve("pid");

        // The limit may be over before the program has come so far as to tell its number: then a longer one is tried.
        Outcome outcome = null;
        for (Duration limit = SHORT; !Files.exists(number); limit = limit.multipliedBy(2)) {
            outcome = ChildJvm.run(Sleeper.class, List.of(number.toString()), limit);
        }
        long pid = Long.parseLong(Files.readString(number));
        boolean alive = isAlive(pid);
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        Outcome stopped = outcome;

        failing(
                WRONG_RESULT,
                () -> {
                    assertThat(alive).as("the process is alive after run has returned").isFalse();
                    assertThat(stopped.exit()).as("exit code of a program that was stopped").isEmpty();
                    assertThat(stopped.out()).isEqualTo("good night");
                });
    }

    @Check(points = 10, property = SAFETY, time = REAL)
    void whoIsInterruptedLeavesNoProcessBehind() throws Exception {
        Path number = Files.createTempDirectory("sleeper").resolve("pid");
        Thread caller = Thread.currentThread();
        Thread interrupter =
                new Thread(
                        () -> {
                            eventually(() -> assertThat(number).exists());
                            caller.interrupt();
                        });
        interrupter.start();

        boolean told = false;
        try {
            ChildJvm.run(Sleeper.class, List.of(number.toString()), PATIENCE);
        } catch (InterruptedException e) {
            told = true;
        }
        Thread.interrupted();
        interrupter.join();
        long pid = Long.parseLong(Files.readString(number));
        boolean interrupted = told;
        try {
            failing(WRONG_RESULT, () -> assertThat(interrupted).as("run ends with an InterruptedException").isTrue());
            eventually(() -> assertThat(isAlive(pid)).as("the process is alive after the interrupt").isFalse());
        } finally {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Check(points = 10, property = CLEANUP, time = REAL)
    void noReaderStaysBehind() throws Exception {
        ChildJvm.run(Greeter.class, List.of("Ana", "Boris", "0"), PATIENCE);

        assertThat(threads()).noneLeftBehind();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
