package mailboxsocket;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.rendezvousOf;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;
import static telar.wire.Diagnosis.NOT_PARALLEL;
import static telar.wire.Diagnosis.WRONG_RESULT;
import static telar.wire.Property.BEHAVIOUR;
import static telar.wire.Property.CLEANUP;
import static telar.wire.Property.LIVENESS;
import static telar.wire.Property.PARALLELISM;
import static telar.wire.Property.SAFETY;
import static telar.wire.TimeMode.REAL;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import telar.check.Check;
import telar.check.CheckFailure;
import telar.check.PlannedFailure;
import telar.wire.Diagnosis;

/** Real sockets at a port of their own. An answer that does not come is given up after a number of looks, not at a time. */
class MailboxServerChecks {
    private final Random random = new Random(seed());
    private MailboxServer office;

    private int open(UnaryOperator<String> clerk) throws IOException {
        office = new MailboxServer(clerk);
        return office.start();
    }

    private int open() throws IOException {
        return open(line -> "re: " + line);
    }

    @AfterEach
    void closeTheOffice() {
        if (office != null) {
            office.close();
        }
    }

    @Check(points = 15, property = BEHAVIOUR, time = REAL)
    void everyLineGetsItsAnswerInOrder() throws IOException {
        int lines = 3 + random.nextInt(3);
        try (var ana = new Client(open())) {
            for (int i = 0; i < lines; i++) {
                ana.send("letter " + i + " \u00e1\u00e9\n");
                ana.expect("re: letter " + i + " \u00e1\u00e9");
            }
        }
    }

    @Check(points = 20, property = SAFETY, time = REAL)
    void aLetterEndsWithItsLine() throws IOException {
        try (var ana = new Client(open())) {
            ana.send("a long ");
            ana.expectNothingYet();
            ana.send("story\nand ");
            ana.expect("re: a long story");
            ana.send("a second one\na third one\n");
            ana.expect("re: and a second one");
            ana.expect("re: a third one");
        }
    }

    @Check(points = 20, property = PARALLELISM, time = REAL)
    void oneIsServedWhileFortySayNothing() throws IOException {
        int port = open();
        List<Client> silent = new ArrayList<>();
        try (var halfway = new Client(port)) {
            halfway.send("half a li");
            for (int i = 0; i < 40; i++) {
                silent.add(new Client(port));
            }
            try (var ana = new Client(port)) {
                ana.send("hello\n");
                ana.expect("re: hello", NOT_PARALLEL);
                halfway.send("ne\n");
                halfway.expect("re: half a line");
                ana.send("bye\n");
                ana.expect("re: bye");
            }
        } finally {
            for (Client client : silent) {
                client.close();
            }
        }
    }

    @Check(points = 10, property = PARALLELISM, time = REAL)
    void twoLettersAreAnsweredAtTheSameTime() throws IOException {
        var desk = rendezvousOf(2);
        int port =
                open(
                        line -> {
                            desk.meet();
                            return "re: " + line;
                        });
        try (var ana = new Client(port);
                var boris = new Client(port)) {
            ana.send("hello\n");
            boris.send("hello\n");
            ana.expect("re: hello", NOT_PARALLEL);
            boris.expect("re: hello", NOT_PARALLEL);
        }
    }

    @Check(points = 10, property = LIVENESS, time = REAL)
    void aClerkWhoThrowsHarmsNobodyElse() throws IOException {
        int port =
                open(
                        line -> {
                            if (line.equals("bomb")) {
                                throw new PlannedFailure();
                            }
                            return "re: " + line;
                        });
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

    @Check(points = 10, property = LIVENESS, time = REAL)
    void whoIsDoneOrLeavesIsLetGo() throws IOException {
        int port = open();
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

    @Check(points = 10, property = CLEANUP, time = REAL)
    void afterClosingNothingIsLeft() throws Exception {
        int port = open();
        try (var ana = new Client(port);
                var silent = new Client(port)) {
            ana.send("hello\n");
            ana.expect("re: hello");
            silent.send("good day\n");
            silent.expect("re: good day");

            together(office::close); // any thread may, and twice
            office.close();

            ana.expectEnd();
            silent.expectEnd();
            boolean open = isOpen(port);
            for (int i = 0; i < 40 && open; i++) { // fewer than can wait before a door that nobody opens
                Thread.sleep(100);
                open = isOpen(port);
            }
            boolean stillOpen = open;
            failing(WRONG_RESULT, () -> assertThat(stillOpen).as("one can connect to a closed office").isFalse());
            assertThat(threads()).noneLeftBehind();
        }
    }

    @Check(points = 5, property = CLEANUP, time = REAL)
    void theClerkMayCloseTheOffice() throws IOException {
        var office = new MailboxServer[1]; // closed by the clerk alone: who waits in close must not hold up the end of this check
        office[0] =
                new MailboxServer(
                        line -> {
                            if (line.equals("closing time")) {
                                office[0].close();
                            }
                            return "re: " + line;
                        });
        int port = office[0].start();
        try (var ana = new Client(port);
                var silent = new Client(port)) {
            silent.send("good day\n");
            silent.expect("re: good day");
            ana.send("closing time\n");
            silent.expectEnd();
            assertThat(threads()).noneLeftBehind();
        }
    }

    private static boolean isOpen(int port) throws IOException {
        try (var late = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (ConnectException refused) {
            return false;
        }
    }

    /** Somebody at the counter. Nothing here waits for ever, and only what never comes is waited for long. */
    private static final class Client implements AutoCloseable {
        /** What is looked for so often in vain, 20 ms each time, does not come. Counted: a machine that stands still counts nothing. */
        private static final int PATIENCE = 200;

        private static final int END = -1;
        private static final int NOTHING = -2;

        private final Socket socket = new Socket();
        private final byte[] come = new byte[65_536];
        private int read;
        private int length;

        Client(int port) throws IOException {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (SocketException refused) {
                throw new CheckFailure(WRONG_RESULT, "A client cannot connect to the port that start has returned.", refused);
            }
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        void send(byte... bytes) throws IOException {
            try {
                socket.getOutputStream().write(bytes);
            } catch (SocketException cut) {
                // What nobody takes gets no answer: that is for expect to say.
            }
        }

        void expect(String answer) {
            expect(answer, WRONG_RESULT);
        }

        /** The answer is the next line that comes. */
        void expect(String answer, Diagnosis otherwise) {
            failing(otherwise, () -> assertThat(line(PATIENCE)).as("the answer").isEqualTo(answer));
        }

        /** Catches an answer that comes too early; one that has not come yet is no failure. */
        void expectNothingYet() {
            failing(WRONG_RESULT, () -> assertThat(line(10)).as("what comes before the line has ended").isEqualTo("(nothing)"));
        }

        void expectEnd() {
            failing(WRONG_RESULT, () -> assertThat(line(PATIENCE)).as("what comes from a connection to be closed").isEqualTo("(the end)"));
        }

        private String line(int patience) throws IOException {
            var bytes = new ByteArrayOutputStream();
            int next = next(patience);
            while (next >= 0 && next != '\n') {
                bytes.write(next);
                next = next(patience);
            }
            String text = bytes.toString(StandardCharsets.UTF_8);
            return next == END ? text + "(the end)" : next == NOTHING ? text + "(nothing)" : text;
        }

        private int next(int patience) throws IOException {
            for (int i = 0; read == length && i < patience; i++) {
                read = 0;
                length = 0;
                try {
                    length = socket.getInputStream().read(come);
                } catch (SocketTimeoutException nothing) {
                    // Perhaps next time.
                } catch (SocketException cut) {
                    length = END;
                }
                if (length == END) {
                    length = 0;
                    return END;
                }
            }
            return read == length ? NOTHING : come[read++] & 0xff;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
