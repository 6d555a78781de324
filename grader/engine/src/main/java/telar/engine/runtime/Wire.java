package telar.engine.runtime;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether what this JVM has sent to itself is still under way: in a queue of the kernel, or held back by TCP until an acknowledgement
 * comes. While it is, threads that wait for it sleep although nothing is wrong with the program, for as long as the machine's load
 * pleases.
 *
 * <p>On Linux the kernel tells ({@code /proc/net/softnet_stat}, {@code /proc/net/tcp}); and everywhere a datagram sent now arrives
 * after those that were sent before it on the same processor. Used by the explorer only.
 */
final class Wire {
    private static final Path BACKLOGS = Path.of("/proc/net/softnet_stat");
    private static final List<Path> CONNECTIONS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** The column of {@code softnet_stat} with the length of a processor's queue, since Linux 5.10. */
    private static final int BACKLOG_COLUMN = 11;

    /** In {@code /proc/net/tcp}: a timer runs that sends again what has not been acknowledged. */
    private static final String SENDS_AGAIN = "01";

    private static final int PATIENCE_MILLIS = 1_000;

    private static DatagramSocket probe;
    private static byte probes;

    private Wire() {}

    /** Whether nothing is under way. Where neither the kernel nor a datagram can tell, the answer is yes. */
    static synchronized boolean isAtRest() {
        return backlogsAreEmpty() && everythingIsAcknowledged() && probeArrives() && backlogsAreEmpty();
    }

    private static boolean backlogsAreEmpty() {
        for (String processor : lines(BACKLOGS)) {
            String[] columns = processor.split(" ");
            if (columns.length > BACKLOG_COLUMN && Long.parseLong(columns[BACKLOG_COLUMN], 16) > 0) {
                return false;
            }
        }
        return true;
    }

    /** A connection whose other side reads nothing has no such timer: it asks from time to time whether there is room again. */
    private static boolean everythingIsAcknowledged() {
        Set<String> mine = null;
        for (Path connections : CONNECTIONS) {
            List<String> lines = lines(connections);
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                // sl local remote state tx_queue:rx_queue timer:when retransmits uid timeout inode
                String[] columns = line.strip().split("\\s+");
                boolean underWay =
                        columns.length > 9 && !columns[4].startsWith("00000000:") && columns[5].startsWith(SENDS_AGAIN + ":");
                if (underWay) {
                    mine = mine == null ? mySockets() : mine;
                    if (mine.contains("socket:[" + columns[9] + "]")) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static Set<String> mySockets() {
        Set<String> sockets = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(OPEN_FILES)) {
            for (Path file : files) {
                try {
                    sockets.add(Files.readSymbolicLink(file).toString());
                } catch (IOException e) {
                    // Closed meanwhile.
                }
            }
        } catch (IOException e) {
            // No such list here: then none is known to be this JVM's.
        }
        return sockets;
    }

    private static boolean probeArrives() {
        try {
            if (probe == null) {
                DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                socket.setSoTimeout(PATIENCE_MILLIS);
                probe = socket;
            }
            byte number = ++probes;
            probe.send(new DatagramPacket(new byte[] {number}, 1, probe.getLocalSocketAddress()));
            DatagramPacket received = new DatagramPacket(new byte[1], 1);
            do {
                probe.receive(received); // one that came too late for its own turn may come first
            } while (received.getData()[0] != number);
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException | SecurityException e) {
            return true; // no loopback here
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
