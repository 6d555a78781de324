// Right: a group of asynchronous channels with one thread, which is called back when something is done.
package selectormailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** A counter at which one thread serves many clients: they hand in lines, and get a line for each. */
public final class MailboxServer implements AutoCloseable {
    private final UnaryOperator<String> clerk;
    private volatile AsynchronousChannelGroup group;

    public MailboxServer(UnaryOperator<String> clerk) {
        this.clerk = clerk;
    }

    public int start() throws IOException {
        group = AsynchronousChannelGroup.withFixedThreadPool(1, Executors.defaultThreadFactory());
        AsynchronousServerSocketChannel door = AsynchronousServerSocketChannel.open(group);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door.accept(null, new CompletionHandler<AsynchronousSocketChannel, Void>() {
            @Override
            public void completed(AsynchronousSocketChannel channel, Void nothing) {
                try {
                    door.accept(null, this);
                    new Client(channel).read();
                } catch (RuntimeException closing) {
                    quietlyClose(channel);
                }
            }

            @Override
            public void failed(Throwable why, Void nothing) {}
        });
        return ((InetSocketAddress) door.getLocalAddress()).getPort();
    }

    @Override
    public void close() {
        try {
            if (group != null) {
                group.shutdownNow();
            }
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    private static void quietlyClose(AsynchronousSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    /** Reads a piece, answers what is complete in it, and reads the next piece when the answers have gone. */
    private final class Client {
        private final AsynchronousSocketChannel channel;
        private final ByteBuffer piece = ByteBuffer.allocate(4096);
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Client(AsynchronousSocketChannel channel) {
            this.channel = channel;
        }

        void read() {
            piece.clear();
            channel.read(piece, null, then(this::answer));
        }

        private void answer(int n) {
            if (n < 0) {
                quietlyClose(channel);
                return;
            }
            ByteArrayOutputStream answers = new ByteArrayOutputStream();
            for (piece.flip(); piece.hasRemaining(); ) {
                byte next = piece.get();
                if (next == '\n') {
                    answers.writeBytes((clerk.apply(line.toString(StandardCharsets.UTF_8)) + "\n").getBytes(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(next);
                }
            }
            write(ByteBuffer.wrap(answers.toByteArray()));
        }

        private void write(ByteBuffer answers) {
            if (answers.hasRemaining()) {
                channel.write(answers, null, then(n -> write(answers)));
            } else {
                read();
            }
        }

        private CompletionHandler<Integer, Void> then(IntConsumer next) {
            return new CompletionHandler<>() {
                @Override
                public void completed(Integer n, Void nothing) {
                    try {
                        next.accept(n);
                    } catch (RuntimeException e) {
                        quietlyClose(channel);
                    }
                }

                @Override
                public void failed(Throwable why, Void nothing) {
                    quietlyClose(channel);
                }
            };
        }
    }
}
