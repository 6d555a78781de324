package selectormailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.function.UnaryOperator;

/** A counter at which one thread serves many clients: they hand in lines, and get a line for each. */
public final class MailboxServer implements AutoCloseable {
    private final UnaryOperator<String> clerk;

    /** What all reads go through; only the one thread touches it. */
    private final ByteBuffer piece = ByteBuffer.allocate(8192);

    // Written by start before its thread begins, and before anybody calls close. Several threads may use what they hold.
    private ServerSocketChannel door;
    private Selector board;

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
        door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door.configureBlocking(false);
        board = Selector.open();
        door.register(board, SelectionKey.OP_ACCEPT);
        new Thread(this::serveAll, "counter").start();
        return door.socket().getLocalPort();
    }

    private void serveAll() {
        try {
            while (door.isOpen()) {
                // The one place where the thread waits, and it waits for everybody at once.
                board.select();
                Iterator<SelectionKey> lit = board.selectedKeys().iterator();
                while (lit.hasNext()) {
                    SelectionKey key = lit.next();
                    // The selector adds keys to this set and never removes one: that is for whoever has dealt with it.
                    lit.remove();
                    serve(key);
                }
            }
        } catch (IOException e) {
            // Without a selector nobody can be served.
        }
        board.keys().forEach(key -> quietlyClose(key.channel()));
        quietlyClose(board);
    }

    private void serve(SelectionKey key) {
        try {
            Client client = (Client) key.attachment();
            if (client == null) {
                welcome();
            } else if (key.isReadable()) {
                client.read();
            } else {
                client.write();
            }
        } catch (IOException | RuntimeException | Error e) {
            // This client has left, or its letter was too much for the clerk. All others are served by the same thread.
            if (key.channel() != door) {
                quietlyClose(key.channel());
            }
        }
    }

    private void welcome() throws IOException {
        SocketChannel channel = door.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(board, SelectionKey.OP_READ);
            key.attach(new Client(channel, key));
        }
    }

    /** Ends it all: soon there is no port, no connection, no thread. */
    @Override
    public void close() {
        if (board != null) {
            quietlyClose(door);
            // If the thread is not asleep yet, the next select returns at once: the call is not lost.
            board.wakeup();
        }
    }

    private static void quietlyClose(AutoCloseable it) {
        try {
            it.close();
        } catch (Exception e) {
            // It is of no use any more either way.
        }
    }

    /** What has to be remembered of a client from one visit to the next. */
    private final class Client {
        private final SocketChannel channel;
        private final SelectionKey key;

        // Bytes, not text: a piece may end in the middle of a character.
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final Queue<ByteBuffer> answers = new ArrayDeque<>();
        private boolean done;

        Client(SocketChannel channel, SelectionKey key) {
            this.channel = channel;
            this.key = key;
        }

        void read() throws IOException {
            piece.clear();
            done = channel.read(piece) < 0;
            piece.flip();
            while (piece.hasRemaining()) {
                byte next = piece.get();
                if (next == '\n') {
                    String answer = clerk.apply(line.toString(StandardCharsets.UTF_8)) + "\n";
                    answers.add(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                    line.reset();
                } else {
                    line.write(next);
                }
            }
            write();
        }

        /** As much as the client's socket has room for; the rest waits until there is room again. */
        void write() throws IOException {
            while (!answers.isEmpty()) {
                channel.write(answers.peek());
                if (answers.peek().hasRemaining()) {
                    break;
                }
                answers.remove();
            }
            if (done && answers.isEmpty()) {
                channel.close();
                return;
            }
            // A lamp that is lit for nothing would keep the thread awake: at the end there is nothing to read any more, and
            // only who has something to write is interested in room for it.
            key.interestOps((done ? 0 : SelectionKey.OP_READ) | (answers.isEmpty() ? 0 : SelectionKey.OP_WRITE));
        }
    }
}
