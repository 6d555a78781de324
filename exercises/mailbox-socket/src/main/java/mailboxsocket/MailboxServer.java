package mailboxsocket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.UnaryOperator;

/** A counter at which many clients hand in lines, and get a line for each. */
public final class MailboxServer implements AutoCloseable {
    private final UnaryOperator<String> clerk;
    private ServerSocket door;

    /** A server whose clerk answers each line with a line; several threads may call the clerk at the same time. */
    public MailboxServer(UnaryOperator<String> clerk) {
        this.clerk = clerk;
    }

    /**
     * Begins to serve at a free port of this computer, and returns its number. Called once.
     *
     * @throws IOException if there is no free port
     */
    public int start() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        // TODO Today one clerk serves one client after another, and takes what one read brings for a letter.
        //      Let each client be served on their own, line by line, for as long as they stay.
        new Thread(
                        () -> {
                            while (true) {
                                try (Socket client = door.accept()) {
                                    byte[] piece = new byte[8192];
                                    int n = client.getInputStream().read(piece);
                                    String answer = clerk.apply(new String(piece, 0, n).strip());
                                    client.getOutputStream().write((answer + "\n").getBytes());
                                } catch (IOException e) {
                                    // the next one, please
                                }
                            }
                        })
                .start();
        return door.getLocalPort();
    }

    /** Ends it all: no port, no connection, no thread. */
    @Override
    public void close() {
        // TODO Who still waits somewhere, and how do they find out?
    }
}
