package mailboxsocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailboxServerTest {
    private final MailboxServer office = new MailboxServer(line -> "re: " + line);

    @AfterEach
    void closeTheOffice() {
        office.close();
    }

    @Test
    @Tag("real-time")
    void eachLetterGetsAnAnswer() throws IOException {
        int port = office.start();

        try (Socket ana = connect(port)) {
            BufferedReader answers = reader(ana);
            send(ana, "hello\n");
            assertThat(answers.readLine()).isEqualTo("re: hello");
            send(ana, "how are you?\n");
            assertThat(answers.readLine()).isEqualTo("re: how are you?");
        }
    }

    @Test
    @Tag("real-time")
    void nobodyWaitsForSomebodyWhoSaysNothing() throws IOException {
        int port = office.start();

        try (Socket silent = connect(port);
                Socket ana = connect(port)) {
            send(ana, "hello\n");
            assertThat(reader(ana).readLine()).isEqualTo("re: hello");
            assertThat(silent.isClosed()).isFalse();
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
