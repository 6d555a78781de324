package selectormailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;
import static telar.wire.Diagnosis.LIVELOCK;
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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import telar.check.Check;
import telar.check.CheckFailure;
import telar.check.PlannedFailure;
import telar.wire.Diagnosis;

/** Real sockets at a port of their own. An answer that does not come is given up after a number of looks, not at a time. */
class MailboxServerChecks {
    /** More than the buffers of a connection hold. */
    private static final String ARCHIVE = "one page of the archive ".repeat(600_000);

    private final Random random = new Random(seed());
    private final Clerk clerk = new Clerk();
    private final MailboxServer office = new MailboxServer(clerk::answer);

    /** Answers at once, and remembers which threads called. */
    private static final class Clerk {
        private final Set<Thread> callers = new HashSet<>();

        synchronized String answer(String line) {
            callers.add(Thread.currentThread());
            return switch (line) {
                case "bomb" -> throw new PlannedFailure();
                case "everything" -> ARCHIVE;
                default -> "re: " + line;
            };
        }

        synchronized List<Thread> callers() {
            return List.copyOf(callers);
        }
    }

    @AfterEach
    void closeTheOffice() {
        office.close();
    }

    @Check(points = 10, property = BEHAVIOUR, time = REAL)
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
            ana.send("a long ");
            ana.expectNothingYet();
            ana.send("story\na second one\na third one\nma");
            ana.expect("re: a long story");
            ana.expect("re: a second one");
            ana.expect("re: a third one");
            byte[] character = "\u00f1".getBytes(StandardCharsets.UTF_8);
            ana.send(character[0]);
            ana.expectNothingYet();
            ana.send(character[1]);
            ana.send("ana\n");
            ana.expect("re: ma\u00f1ana");
            String novel = "once upon a time ".repeat(1_000 + random.nextInt(1_000));
            ana.send(novel + "\n");
            ana.expect("re: " + novel);
        }
    }

    @Check(points = 15, property = SAFETY, time = REAL)
    void oneThreadServesForty() throws IOException {
        int port = office.start();
        List<Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                clients.add(new Client(port));
                clients.get(i).send(i % 2 == 0 ? "half a li" : "hello\n");
            }
            for (int i = 1; i < 40; i += 2) {
                clients.get(i).expect("re: hello");
            }
            failing(WRONG_RESULT, () -> assertThat(clerk.callers()).as("threads that called the clerk").hasSize(1));
            failing(WRONG_RESULT, () -> assertThat(threads()).number(1));
        } finally {
            for (Client client : clients) {
                client.close();
            }
        }
    }

    @Check(points = 20, property = PARALLELISM, time = REAL)
    void whoDoesNotReadKeepsNobodyWaiting() throws IOException {
        int port = office.start();
        try (var slow = new Client(port);
                var ana = new Client(port)) {
            slow.send("everything\n");
            slow.expectBeginning();
            slow.send("thanks\n");
            ana.send("hello\n");
            ana.expect("re: hello", NOT_PARALLEL);
            ana.send("bye\n");
            ana.expect("re: bye", NOT_PARALLEL);
            slow.expectArchive();
            slow.expect("re: thanks");
        }
    }

    @Check(points = 15, property = LIVENESS, time = REAL)
    void itSleepsWhileNobodyCanBeServed() throws IOException {
        int port = office.start();
        try (var ana = new Client(port);
                var slow = new Client(port);
                var done = new Client(port)) {
            slow.send("everything\n");
            slow.expectBeginning();
            done.send("everything\n");
            done.socket.shutdownOutput();
            done.expectBeginning();
            for (int i = 0; i < 3; i++) {
                ana.send("hello\n");
                ana.expect("re: hello");
            }
            failing(LIVELOCK, () -> assertThat(isAwake(clerk.callers().get(0))).as("the server's thread is busy with nothing").isFalse());
        }
    }

    /**
     * Whether a thread takes processor time while this one takes some. One that sleeps takes none. One that is awake gets its turns, however
     * busy the machine is, though they may be few. A thread that sleeps now may have had something left to do before: it sleeps if two looks
     * in a row see no turn.
     */
    private static boolean isAwake(Thread thread) {
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        int quiet = 0;
        for (int look = 0; look < 8 && quiet < 2; look++) {
            long mine = times.getCurrentThreadCpuTime();
            long others = times.getThreadCpuTime(thread.getId());
            while (times.getCurrentThreadCpuTime() - mine < 100_000_000) {
                Thread.onSpinWait();
            }
            quiet = times.getThreadCpuTime(thread.getId()) - others < 200_000 ? quiet + 1 : 0;
        }
        return quiet < 2;
    }

    @Check(points = 10, property = LIVENESS, time = REAL)
    void whoBreaksOffHarmsNobodyElse() throws IOException {
        int port = office.start();
        try (var ana = new Client(port);
                var boris = new Client(port);
                var rude = new Client(port)) {
            ana.send("hello\n");
            ana.expect("re: hello");
            boris.send("bomb\n");
            boris.expectEnd();
            ana.send("still there?\n");
            ana.expect("re: still there?");
            rude.send("half a li");
            rude.breakOff();
            ana.send("bye\n");
            ana.expect("re: bye");
        }
        try (var chen = new Client(port)) {
            chen.send("hello\n");
            chen.expect("re: hello");
        }
    }

    @Check(points = 5, property = BEHAVIOUR, time = REAL)
    void whoIsDoneGetsTheAnswersAndIsLetGo() throws IOException {
        int port = office.start();
        try (var done = new Client(port);
                var ana = new Client(port)) {
            done.send("everything\n");
            done.socket.shutdownOutput();
            done.expectBeginning();
            for (int i = 0; i < 2; i++) { // meanwhile the server sees that nothing more comes
                ana.send("hello\n");
                ana.expect("re: hello");
            }
            done.expectArchive();
            done.expectEnd();
        }
    }

    @Check(points = 5, property = CLEANUP, time = REAL)
    void afterClosingNothingIsLeft() throws Exception {
        int port = office.start();
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

        /** Waits until something has come, and leaves the rest where it is. */
        void expectBeginning() throws IOException {
            int first = next(PATIENCE);
            failing(WRONG_RESULT, () -> assertThat(first).as("the first letter of the answer").isEqualTo(ARCHIVE.charAt(0)));
            read--;
        }

        void expectArchive() {
            failing(WRONG_RESULT, () -> assertThat(line(PATIENCE).equals(ARCHIVE)).as("the whole archive has come").isTrue());
        }

        /** Not the polite end: what the server reads from now on is an exception. */
        void breakOff() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
