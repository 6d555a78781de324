package telar.run;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import telar.wire.Plan;
import telar.wire.PlanFrame;

/** A child JVM: its process, the socket on which it tells facts, and the folder that is its own. For use by one thread at a time. */
final class Child implements Closeable {
    /** How long a child may take to start and judge its canaries; on a machine that is busy beyond reason it takes seconds. */
    static final Duration START = Duration.ofSeconds(120);

    /** An archive of loaded classes can hold more where it is made with the collector with which it is used. */
    static final String GARBAGE_COLLECTOR = "-XX:+UseSerialGC";

    private final Path folder;
    private final ServerSocketChannel server;
    private final Process process;
    private final ChildOutput output;
    private SocketChannel channel;

    private Child(Path folder, ServerSocketChannel server, Process process) {
        this.folder = folder;
        this.server = server;
        this.process = process;
        this.output = ChildOutput.of(process.getInputStream());
    }

    /**
     * Starts a JVM that waits for a plan.
     *
     * @param jvmArguments further ones
     * @param again whether it is to wait for another one whenever it has finished one
     */
    static Child start(List<Path> classPath, List<String> jvmArguments, boolean again) throws IOException {
        Path folder = Files.createTempDirectory("telar");
        ServerSocketChannel server = null;
        try {
            Path socket = folder.resolve("facts");
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            server.configureBlocking(false);
            return new Child(folder, server, start(folder, socket, classPath, jvmArguments, again));
        } catch (IOException e) {
            if (server != null) {
                server.close();
            }
            delete(folder);
            throw e;
        }
    }

    private static Process start(Path folder, Path socket, List<Path> classPath, List<String> jvmArguments, boolean again)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(
                List.of(
                        "--add-opens", "java.base/java.lang=ALL-UNNAMED",
                        GARBAGE_COLLECTOR,
                        "-XX:-UsePerfData",
                        "-XX:+DisableAttachMechanism",
                        "-XX:TieredStopAtLevel=1",
                        "-Xms48m", // by default a part of the machine's memory, all of which the young objects go through
                        "-Xmn24m",
                        "-Xmx768m",
                        "-Xss1m",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + folder,
                        "-Duser.language=en",
                        "-Dfile.encoding=UTF-8"));
        command.addAll(jvmArguments);
        command.add("-cp");
        command.add(joined(classPath));
        command.add("telar.harness.Main");
        command.add(socket.toString());
        if (again) {
            command.add("again");
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        return builder.start();
    }

    /** The launcher of this JVM's JDK. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String joined(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Gives it a plan; the facts about the plan before must all have been read. */
    void take(Plan plan) throws IOException {
        PlanFrame.write(plan, process.getOutputStream());
    }

    /** Asks it where its threads are; it ends after its answer. */
    void ask() throws IOException {
        OutputStream to = process.getOutputStream();
        to.write('?');
        to.flush();
    }

    /** Where its facts come from; empty if it does not call. */
    Optional<SocketChannel> facts() throws IOException {
        if (channel == null) {
            channel = accept(server, process).orElse(null);
        }
        return Optional.ofNullable(channel);
    }

    private static Optional<SocketChannel> accept(ServerSocketChannel server, Process process) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            boolean alive = process.isAlive();
            SocketChannel channel = server.accept();
            if (channel != null) {
                channel.configureBlocking(true);
                return Optional.of(channel);
            }
            if (!alive) {
                return Optional.empty();
            }
            LockSupport.parkNanos(2_000_000);
        }
        return Optional.empty();
    }

    /** The beginning of what it printed. */
    String printed() {
        return output.text();
    }

    /** Its exit code, in words; "" if it does not end within a few seconds. */
    String exit() {
        try {
            return process.waitFor(5, TimeUnit.SECONDS) ? "exit code " + process.exitValue() : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Ends it, whatever it does, and everything that it has started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            if (channel != null) {
                channel.close();
            }
            server.close();
        } catch (IOException e) {
            // Nobody reads from it any more.
        }
        delete(folder);
    }

    /** Deletes a folder with all that is in it, if there is one. */
    static void delete(Path folder) {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Left to the system's own cleaning of temporary folders.
        }
    }
}
