// Wrong: close waits for all threads; a clerk who calls it waits for himself.
package mailboxsocket;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** A counter at which many clients hand in lines, and get a line for each. */
public final class MailboxServer implements AutoCloseable {
    private final UnaryOperator<String> clerk;

    /** Bound by start. A server socket may be used by several threads: who closes it ends the accept of the other one. */
    private final ServerSocket door;
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    /** A server whose clerk answers each line with a line; several threads may call the clerk at the same time. */
    public MailboxServer(UnaryOperator<String> clerk) {
        this.clerk = clerk;
        try {
            door = new ServerSocket();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins to serve at a free port of this computer, and returns its number. Called once.
     *
     * @throws IOException if there is no free port
     */
    public int start() throws IOException {
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        // Who opens the door must not be the one who serves: while one waits, the other one could not.
        begin(this::welcome, "door");
        return door.getLocalPort();
    }

    private void begin(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        threads.add(thread);
        thread.start();
    }

    private void welcome() {
        // Only this thread knows the clients, adds to them and closes them at the end: they need no lock.
        List<Socket> clients = new ArrayList<>();
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                clients.removeIf(Socket::isClosed);
                clients.add(client);
                begin(() -> serve(client), "clerk");
            } catch (IOException e) {
                // The door was closed, or this client had gone before it came in.
            }
        }
        // A thread that waits in read notices nothing but the end of what it waits at.
        clients.forEach(MailboxServer::quietlyClose);
    }

    private void serve(Socket client) {
        try (client) {
            // A line is complete when its end has come, in however many pieces.
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(clerk.apply(line));
                out.write('\n');
                out.flush();
            }
        } catch (IOException | RuntimeException e) {
            // This client has left, or its letter was too much for the clerk. The others are served by other threads.
        }
    }

    /** Ends it all: no port, and soon no connection and no thread. */
    @Override
    public void close() {
        quietlyClose(door);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void quietlyClose(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
