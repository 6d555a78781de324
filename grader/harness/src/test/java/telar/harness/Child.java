package telar.harness;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import telar.wire.Fact;
import telar.wire.FactReader;
import telar.wire.Plan;
import telar.wire.PlanFrame;

/** A child JVM as a parent starts one, and all that came out of it. */
record Child(List<Fact> facts, String printed) {

    static Child run(Path folder, Plan plan) throws IOException, InterruptedException {
        return run(folder, plan, fact -> {});
    }

    /** Runs a child; {@code loses} is told every fact, and the parent loses patience when it throws {@link Impatience}. */
    static Child run(Path folder, Plan plan, Consumer<Fact> loses) throws IOException, InterruptedException {
        Path socket = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Process process = start(socket, folder);
            try {
                List<Fact> facts = converse(process, server, plan, loses);
                String printed = new String(process.getInputStream().readAllBytes());
                process.waitFor();
                return new Child(facts, printed);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static List<Fact> converse(Process process, ServerSocketChannel server, Plan plan, Consumer<Fact> loses)
            throws IOException {
        OutputStream stdin = process.getOutputStream();
        PlanFrame.write(plan, stdin);
        List<Fact> facts = new ArrayList<>();
        try (FactReader reader = new FactReader(Channels.newInputStream(server.accept()), plan.key())) {
            for (var fact = reader.next(); fact.isPresent(); fact = reader.next()) {
                facts.add(fact.get());
                try {
                    loses.accept(fact.get());
                } catch (Impatience e) {
                    stdin.write('?');
                    stdin.flush();
                }
            }
        }
        return facts;
    }

    /** Starts a child that reads its plan from its standard input. */
    static Process start(Path socket, Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(System.getProperty("telar.jvm.arguments").split(" ")));
        command.addAll(List.of("-cp", classPath(), Main.class.getName(), socket.toString()));
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    }

    /** The harness and what it needs, without the fixtures. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The parent has waited long enough. */
    static final class Impatience extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
