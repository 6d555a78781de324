package telar.engine.instrument;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JDK calls that may wait for something outside the program: the caller leaves the scheduler for their time, unless the receiver
 * turns out at run time to end in memory. And those that open something that must be closed after a run.
 *
 * <p>Known by the class named at the call and the beginning of the method's name.
 */
final class ExternalCalls {

    private static final List<String> READS = List.of("read", "skip", "transferTo", "available", "ready");
    private static final List<String> WRITES = List.of("write", "flush", "close", "append", "print", "newLine", "format");
    private static final List<String> DATAGRAMS = List.of("receive", "send", "read", "write", "connect");

    private static final Map<String, List<String>> STARTS_OF_NAMES = Map.ofEntries(
            Map.entry("java/io/InputStream", READS),
            Map.entry("java/io/FileInputStream", READS),
            Map.entry("java/io/FilterInputStream", READS),
            Map.entry("java/io/BufferedInputStream", READS),
            Map.entry("java/io/DataInputStream", READS),
            Map.entry("java/io/ObjectInputStream", READS),
            Map.entry("java/io/PipedInputStream", READS),
            Map.entry("java/io/Reader", READS),
            Map.entry("java/io/InputStreamReader", READS),
            Map.entry("java/io/BufferedReader", READS),
            Map.entry("java/io/PipedReader", READS),
            Map.entry("java/util/Scanner", List.of("next", "hasNext", "findInLine", "skip")),
            Map.entry("java/io/OutputStream", WRITES),
            Map.entry("java/io/FilterOutputStream", WRITES),
            Map.entry("java/io/BufferedOutputStream", WRITES),
            Map.entry("java/io/DataOutputStream", WRITES),
            Map.entry("java/io/ObjectOutputStream", WRITES),
            Map.entry("java/io/PrintStream", WRITES),
            Map.entry("java/io/PipedOutputStream", WRITES),
            Map.entry("java/io/Writer", WRITES),
            Map.entry("java/io/OutputStreamWriter", WRITES),
            Map.entry("java/io/BufferedWriter", WRITES),
            Map.entry("java/io/PrintWriter", WRITES),
            Map.entry("java/io/PipedWriter", WRITES),
            Map.entry("java/lang/Process", List.of("waitFor", "isAlive", "exitValue")),
            Map.entry("java/lang/ProcessHandle", List.of("isAlive")),
            Map.entry("java/lang/ProcessBuilder", List.of("start")),
            Map.entry("java/lang/Runtime", List.of("exec")),
            Map.entry("java/net/ServerSocket", List.of("accept")),
            Map.entry("java/net/Socket", List.of("connect")),
            Map.entry("java/net/DatagramSocket", DATAGRAMS),
            Map.entry("java/net/MulticastSocket", DATAGRAMS),
            Map.entry("javax/net/SocketFactory", List.of("createSocket")),
            Map.entry("javax/net/ServerSocketFactory", List.of("createServerSocket")),
            Map.entry("java/net/http/HttpClient", List.of("send(")),
            Map.entry("java/nio/channels/ServerSocketChannel", List.of("accept")),
            Map.entry("java/nio/channels/SocketChannel", List.of("connect", "finishConnect", "read", "write")),
            Map.entry("java/nio/channels/DatagramChannel", DATAGRAMS),
            Map.entry("java/nio/channels/ReadableByteChannel", READS),
            Map.entry("java/nio/channels/WritableByteChannel", WRITES),
            Map.entry("java/nio/channels/ByteChannel", List.of("read", "write")),
            Map.entry("java/nio/channels/Pipe$SourceChannel", READS),
            Map.entry("java/nio/channels/Pipe$SinkChannel", WRITES),
            Map.entry("java/nio/channels/Selector", List.of("select()", "select(J", "selectNow()")));

    private static final Set<String> OPENED_BY_CONSTRUCTOR = Set.of(
            "java/net/Socket", "java/net/ServerSocket", "java/net/DatagramSocket", "java/net/MulticastSocket");

    private static final Set<String> OPENED_BY_FACTORY = Set.of(
            "java/nio/channels/ServerSocketChannel",
            "java/nio/channels/SocketChannel",
            "java/nio/channels/DatagramChannel",
            "java/nio/channels/Selector",
            "java/nio/channels/Pipe");

    private static final Set<String> GIVE_SOMETHING_OPEN =
            Set.of("accept", "open", "start", "startPipeline", "exec", "createSocket", "createServerSocket");

    private ExternalCalls() {}

    static boolean mayWait(Call call) {
        if (call.isConstructor()) {
            return OPENED_BY_CONSTRUCTOR.contains(call.owner());
        }
        if (call.isStatic()) {
            return call.name().equals("open") && OPENED_BY_FACTORY.contains(call.owner())
                    || call.name().equals("startPipeline") && call.owner().equals("java/lang/ProcessBuilder");
        }
        return call.isVirtual()
                && STARTS_OF_NAMES.getOrDefault(call.owner(), List.of()).stream()
                        .anyMatch(call.nameAndDescriptor()::startsWith);
    }

    /** Whether the result of a call that may wait is to be closed after the run. */
    static boolean opens(Call call) {
        return call.isConstructor() || GIVE_SOMETHING_OPEN.contains(call.name());
    }

    /** Whether the call ends by itself: it is told how long to wait, or waits for the operating system to start something. */
    static boolean isTimed(Call call) {
        return switch (call.name()) {
            case "select", "waitFor" -> call.descriptor().contains("J");
            case "start", "exec", "startPipeline" -> true;
            case "connect" -> call.descriptor().endsWith("I)V");
            default -> call.owner().equals("java/net/http/HttpClient");
        };
    }
}
