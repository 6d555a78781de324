// Wrong: close shuts the door and forgets who is inside.
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

    private volatile Selector board;
    private volatile boolean closed;

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
        Selector opened = Selector.open();
        door.register(opened, SelectionKey.OP_ACCEPT);
        board = opened;
        new Thread(() -> serveAll(opened), "counter").start();
        return door.socket().getLocalPort();
    }

    private void serveAll(Selector opened) {
        try {
            while (!closed) {
                opened.select();
                Iterator<SelectionKey> lit = opened.selectedKeys().iterator();
                while (lit.hasNext()) {
                    SelectionKey key = lit.next();
                    lit.remove();
                    serve(key);
                }
            }
        } catch (IOException e) {
        } finally {
            opened.keys().stream().filter(key -> key.attachment() == null).forEach(key -> quietlyClose(key.channel()));
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                welcome((ServerSocketChannel) key.channel(), key.selector());
                return;
            }
            Client client = (Client) key.attachment();
            if (key.isReadable()) {
                client.read();
            } else {
                client.write();
            }
        } catch (IOException | RuntimeException e) {
            quietlyClose(key.channel());
        }
    }

    private void welcome(ServerSocketChannel door, Selector opened) throws IOException {
        SocketChannel channel = door.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(opened, SelectionKey.OP_READ);
            key.attach(new Client(channel, key));
        }
    }

    /** Ends it all: soon there is no port, no connection, no thread. */
    @Override
    public void close() {
        closed = true;
        Selector opened = board;
        if (opened != null) {
            opened.wakeup();
        }
    }

    private static void quietlyClose(AutoCloseable it) {
        try {
            it.close();
        } catch (Exception e) {
        }
    }

    /** What has to be remembered of a client from one visit to the next. */
    private final class Client {
        private final SocketChannel channel;
        private final SelectionKey key;

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
            key.interestOps((done ? 0 : SelectionKey.OP_READ) | (answers.isEmpty() ? 0 : SelectionKey.OP_WRITE));
        }
    }
}
