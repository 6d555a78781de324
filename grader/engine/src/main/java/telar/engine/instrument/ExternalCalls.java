package telar.engine.instrument;

import java.util.List;
import java.util.Map;

/**
 * JDK calls that wait for something outside the program: the caller leaves the scheduler for their time.
 *
 * <p>Known by the class named at the call and the beginning of the method's name; left out are classes that mostly work in memory.
 */
final class ExternalCalls {

    private static final List<String> READS = List.of("read");

    private static final Map<String, List<String>> STARTS_OF_NAMES = Map.ofEntries(
            Map.entry("java/io/InputStream", READS),
            Map.entry("java/io/BufferedInputStream", READS),
            Map.entry("java/io/DataInputStream", READS),
            Map.entry("java/io/ObjectInputStream", READS),
            Map.entry("java/io/PipedInputStream", READS),
            Map.entry("java/io/InputStreamReader", READS),
            Map.entry("java/io/BufferedReader", READS),
            Map.entry("java/io/PipedReader", READS),
            Map.entry("java/io/PipedOutputStream", List.of("write")),
            Map.entry("java/io/PipedWriter", List.of("write")),
            Map.entry("java/lang/Process", List.of("waitFor")),
            Map.entry("java/net/ServerSocket", List.of("accept")),
            Map.entry("java/net/Socket", List.of("connect")),
            Map.entry("java/net/DatagramSocket", List.of("receive")),
            Map.entry("java/net/http/HttpClient", List.of("send(")),
            Map.entry("java/nio/channels/ServerSocketChannel", List.of("accept")),
            Map.entry("java/nio/channels/SocketChannel", List.of("connect", "finishConnect", "read", "write")),
            Map.entry("java/nio/channels/DatagramChannel", List.of("receive", "read")),
            Map.entry("java/nio/channels/ReadableByteChannel", READS),
            Map.entry("java/nio/channels/Pipe$SourceChannel", READS),
            Map.entry("java/nio/channels/Pipe$SinkChannel", List.of("write")),
            Map.entry("java/nio/channels/Selector", List.of("select(")));

    private ExternalCalls() {}

    static boolean mayWait(Call call) {
        if (call.isConstructor()) {
            return call.owner().equals("java/net/Socket") && call.descriptor().startsWith("(L");
        }
        return call.isVirtual()
                && STARTS_OF_NAMES.getOrDefault(call.owner(), List.of()).stream()
                        .anyMatch(call.nameAndDescriptor()::startsWith);
    }
}
