// Right: a monitor guards the clients, whom the door's thread adds, their own threads take out, and close goes through.
package mailboxsocket;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A counter at which many clients hand in lines, and get a line for each. */
public final class MailboxServer implements AutoCloseable {
    private final UnaryOperator<String> clerk;

    private final Set<Socket> clients = new HashSet<>();
    private ServerSocket door;
    private boolean closed;

    /** A server whose clerk answers each line with a line; several threads may call the clerk at the same time. */
    public MailboxServer(UnaryOperator<String> clerk) {
        this.clerk = clerk;
    }

    /**
     * Begins to serve at a free port of this computer, and returns its number. Called once.
     *
     * @throws IOException if there is no free port
     */
    public synchronized int start() throws IOException {
        ServerSocket opened = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        door = opened;
        new Thread(() -> welcome(opened), "door").start();
        return opened.getLocalPort();
    }

    private void welcome(ServerSocket opened) {
        while (true) {
            Socket client;
            try {
                client = opened.accept();
            } catch (IOException e) {
                return; // the door was closed
            }
            if (!remember(client)) {
                quietlyClose(client);
                return;
            }
            new Thread(() -> serve(client), "clerk").start();
        }
    }

    /** Under the lock of close: either close sees this client, or this sees that the server is closed. */
    private synchronized boolean remember(Socket client) {
        return !closed && clients.add(client);
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(clerk.apply(line));
                out.write('\n');
                out.flush();
            }
        } catch (IOException | RuntimeException e) {
            // This client has left, or its letter was too much for the clerk. The others are served by other threads.
        } finally {
            forget(client);
        }
    }

    private synchronized void forget(Socket client) {
        clients.remove(client);
    }

    /** Ends it all: no port, no connection, no thread. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (door != null) {
                door.close();
            }
        } catch (IOException e) {
        }
        clients.forEach(MailboxServer::quietlyClose);
        clients.clear();
    }

    private static void quietlyClose(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
        }
    }
}
