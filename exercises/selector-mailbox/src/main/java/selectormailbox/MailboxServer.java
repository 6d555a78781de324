package selectormailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.UnaryOperator;

/** A counter at which one thread serves many clients: they hand in lines, and get a line for each. */
public final class MailboxServer implements AutoCloseable {
    private final UnaryOperator<String> clerk;

    /** A server whose clerk answers each line with a line, at once; the server's one thread calls him. */
    public MailboxServer(UnaryOperator<String> clerk) {
        this.clerk = clerk;
    }

    /**
     * Begins to serve at a free port of this computer, and returns its number. Called once.
     *
     * @throws IOException if there is no free port
     */
    public int start() throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door.configureBlocking(false);
        Selector board = Selector.open();
        door.register(board, SelectionKey.OP_ACCEPT);
        new Thread(() -> serveAll(door, board), "counter").start();
        return door.socket().getLocalPort();
    }

    private void serveAll(ServerSocketChannel door, Selector board) {
        try {
            while (true) {
                board.select();
                board.selectedKeys().clear();
                // TODO Today whoever comes is sent away at once. Register the client with the board instead, find out
                //      whose lamp is lit, and read and write what can be read and written without waiting.
                SocketChannel client = door.accept();
                if (client != null) {
                    client.close();
                }
            }
        } catch (IOException e) {
            // closing time
        }
    }

    /** Ends it all: soon there is no port, no connection, no thread. */
    @Override
    public void close() {
        // TODO The thread sleeps at the board. How does it find out?
    }
}
