package mailboxsocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.eventually;
import static telar.check.Checks.failing;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.wire.Diagnosis.NOT_PARALLEL;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.PARALLELISM;
import static telar.wire.Property.SAFETY;
import static telar.wire.TimeMode.REAL;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import telar.check.Check;
import telar.check.PlannedFailure;

/** Real sockets at a port of their own. An answer that does not come is given up after a time that no honest server needs. */
class MailboxServerChecks {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Random random = new Random(seed());
    private MailboxServer office = new MailboxServer(line -> "re: " + line);

    @AfterEach
    void closeTheOffice() {
        office.close();
    }

    @Check(points = 15, property = BEHAVIOUR, time = REAL)
    void everyLineGetsItsAnswerInOrder() throws IOException {
        int lines = 3 + random.nextInt(3);
        try (var ana = new Client(office.start())) {
            for (int i = 0; i < lines; i++) {
                ana.send("letter " + i + " \u00e1\u00e9\n");
                ana.expect("re: letter " + i + " \u00e1\u00e9");
            }
        }
    }

    @Check(points = 20, property = SAFETY, time = REAL)
    void aLetterEndsWithItsLine() throws IOException {
        try (var ana = new Client(office.start())) {
            // Pieces: nothing may be answered before the line is complete.
            ana.send("a long ");
            ana.expectSilence();
            ana.send("story\nand ");
            ana.expect("re: a long story");
            ana.send("a second one\na third one\n");
            ana.expect("re: and a second one");
            ana.expect("re: a third one");
        }
    }

    @Check(points = 20, property = PARALLELISM, time = REAL)
    void twoAreServedWhileAThirdSaysNothing() throws IOException {
        int port = office.start();
        try (var silent = new Client(port);
                var halfway = new Client(port);
                var ana = new Client(port)) {
            silent.send("");
            halfway.send("half a li");
            ana.send("hello\n");
            failing(NOT_PARALLEL, () -> ana.expect("re: hello"));
            halfway.send("ne\n");
            halfway.expect("re: half a line");
            ana.send("bye\n");
            ana.expect("re: bye");
        }
    }

    @Check(points = 5, property = PARALLELISM, time = REAL)
    void twoLettersAreAnsweredAtTheSameTime() throws IOException {
        var desk = rendezvousOf(2);
        office.close();
        office =
                new MailboxServer(
                        line -> {
                            desk.meet();
                            return "re: " + line;
                        });
        int port = office.start();
        try (var ana = new Client(port);
                var boris = new Client(port)) {
            ana.send("hello\n");
            boris.send("hello\n");
            ana.expect("re: hello");
            boris.expect("re: hello");
        }
    }

    @Check(points = 10, property = LIVENESS, time = REAL)
    void aClerkWhoThrowsHarmsNobodyElse() throws IOException {
        office.close();
        office =
                new MailboxServer(
                        line -> {
                            if (line.equals("bomb")) {
                                throw new PlannedFailure();
                            }
                            return "re: " + line;
                        });
        int port = office.start();
        try (var ana = new Client(port);
                var boris = new Client(port)) {
            ana.send("hello\n");
            ana.expect("re: hello");
            boris.send("bomb\n");
            boris.expectEnd();
            ana.send("still there?\n");
            ana.expect("re: still there?");
        }
        try (var chen = new Client(port)) {
            chen.send("hello\n");
            chen.expect("re: hello");
        }
    }

    @Check(points = 15, property = LIVENESS, time = REAL)
    void whoIsDoneOrLeavesIsLetGo() throws IOException {
        int port = office.start();
        try (var done = new Client(port);
                var rude = new Client(port);
                var ana = new Client(port)) {
            rude.send("half a li");
            rude.close();
            done.send("last letter\n");
            done.socket.shutdownOutput();
            done.expect("re: last letter");
            done.expectEnd();
            ana.send("hello\n");
            ana.expect("re: hello");
        }
    }

    @Check(points = 15, property = CLEANUP, time = REAL)
    void afterClosingNothingIsLeft() throws IOException {
        int port = office.start();
        try (var ana = new Client(port);
                var silent = new Client(port)) {
            ana.send("hello\n");
            ana.expect("re: hello");

            office.close();
            office.close();

            ana.expectEnd();
            silent.expectEnd();
            failing(WRONG_RESULT, () -> assertThatThrownBy(() -> new Client(port).close()).isInstanceOf(ConnectException.class));
            assertThat(threads()).noneLeftBehind();
        }
    }

    /** Somebody at the counter. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader answers;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        void expect(String answer) {
            failing(WRONG_RESULT, () -> assertThat(lineOrEnd()).as("the answer").isEqualTo(answer));
        }

        /** Not a promise about time: an answer that comes too early has usually come by now; one that has not is no failure. */
        void expectSilence() throws IOException {
            socket.setSoTimeout(300);
            try {
                String early = answers.readLine();
                failing(WRONG_RESULT, () -> assertThat(early).as("an answer to half a line").isNull());
            } catch (SocketTimeoutException silence) {
                // as it should be
            } finally {
                socket.setSoTimeout(PATIENCE_MILLIS);
            }
        }

        void expectEnd() {
            failing(WRONG_RESULT, () -> eventually(() -> assertThat(endOrLine()).as("what comes from a connection that should be closed").isNull()));
        }

        private String lineOrEnd() {
            try {
                return answers.readLine();
            } catch (IOException e) {
                return "nothing (" + e.getMessage() + ")";
            }
        }

        private String endOrLine() {
            try {
                return answers.readLine();
            } catch (SocketException closed) {
                return null;
            } catch (IOException e) {
                return e.toString();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
