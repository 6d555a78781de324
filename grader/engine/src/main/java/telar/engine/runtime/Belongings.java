package telar.engine.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What a run has opened in the operating system and must not leave behind. Its monitor guards it: threads outside open things. */
final class Belongings {
    private static final long SECONDS_FOR_A_PROCESS_TO_END = 5;

    private final Set<Object> opened = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean closed;
    private boolean process;

    /** Remembers what has been opened; what is opened after the run has ended is closed at once. */
    void add(Object thing) {
        if (thing instanceof List<?> several) {
            several.forEach(this::add);
            return;
        }
        if (thing instanceof Pipe pipe) {
            add(pipe.source());
            add(pipe.sink());
            return;
        }
        if (!(thing instanceof Closeable) && !(thing instanceof Process)) {
            return;
        }
        boolean late;
        synchronized (this) {
            late = closed;
            process |= thing instanceof Process;
            opened.add(thing);
        }
        if (late) {
            close();
        }
    }

    /** Whether something beyond this JVM, or a time-out of a socket, may still end a wait. */
    boolean mayComeToLife() {
        for (Object thing : copy()) {
            if (thing instanceof Process process && process.isAlive()
                    || thing instanceof Socket socket && !socket.isClosed() && (timed(socket) || remote(socket.getInetAddress()))
                    || thing instanceof SocketChannel channel && remote(channel)
                    || thing instanceof ServerSocket server && !server.isClosed() && timed(server)
                    || thing instanceof DatagramSocket datagram && !datagram.isClosed() && timed(datagram)) {
                return true;
            }
        }
        return false;
    }

    private static boolean timed(Socket socket) {
        try {
            return socket.getSoTimeout() > 0;
        } catch (SocketException e) {
            return false; // closed meanwhile
        }
    }

    private static boolean timed(ServerSocket server) {
        try {
            return server.getSoTimeout() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean timed(DatagramSocket socket) {
        try {
            return socket.getSoTimeout() > 0;
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean remote(SocketChannel channel) {
        try {
            SocketAddress address = channel.isOpen() ? channel.getRemoteAddress() : null;
            return address instanceof InetSocketAddress internet && remote(internet.getAddress());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean remote(InetAddress address) {
        return address != null && !address.isLoopbackAddress() && !address.isAnyLocalAddress();
    }

    synchronized boolean hadAProcess() {
        return process;
    }

    private synchronized List<Object> copy() {
        return new ArrayList<>(opened);
    }

    /** Closes channels before selectors: a selector lets go of the ports of its channels when it is closed. */
    void close() {
        List<Object> things;
        synchronized (this) {
            closed = true;
            things = new ArrayList<>(opened);
            opened.clear();
        }
        things.stream().filter(Process.class::isInstance).forEach(p -> kill((Process) p));
        things.stream().filter(t -> t instanceof Closeable && !(t instanceof Selector)).forEach(t -> close((Closeable) t));
        things.stream().filter(Selector.class::isInstance).forEach(t -> close((Closeable) t));
    }

    private static void close(Closeable thing) {
        try {
            thing.close();
        } catch (IOException | RuntimeException e) {
            // It was the program's; what it says on being closed interests nobody any more.
        }
    }

    private static void kill(Process process) {
        try {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(SECONDS_FOR_A_PROCESS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
