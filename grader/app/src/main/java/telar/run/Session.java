package telar.run;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import telar.wire.Fact;
import telar.wire.FactReader;
import telar.wire.Plan;
import telar.wire.Plan.PlannedCheck;
import telar.wire.PlanFrame;
import telar.wire.WireException;

/** One child JVM, from its start to its end. Used once, by one thread. */
final class Session {
    /** How long a child may take to start and judge its canaries; on a machine that is busy beyond reason it takes seconds. */
    private static final Duration START = Duration.ofSeconds(120);

    private static final Duration LAST_WORDS = Duration.ofSeconds(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<Path> classPath;
    private final Duration patience;
    private final Plan plan;
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private String running = "";
    private boolean ready;
    private String jdk = "";
    private Drain output;

    Session(
            List<Path> classPath,
            Duration patience,
            Path submission,
            List<Path> checkFolders,
            List<PlannedCheck> planned,
            long seed) {
        this.classPath = classPath;
        this.patience = patience;
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        this.plan =
                new Plan(
                        key,
                        seed,
                        submission.toAbsolutePath().toString(),
                        checkFolders.stream().map(f -> f.toAbsolutePath().toString()).toList(),
                        planned);
    }

    /** What became of the checks that the child came to; the others are absent. */
    Map<String, Outcome> run() {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("telar");
            run(folder);
        } catch (IOException e) {
            failAll(new Outcome.NotStarted("no child JVM could be started: " + e.getMessage()));
        } finally {
            delete(folder);
        }
        return outcomes;
    }

    private void run(Path folder) throws IOException {
        Path socket = folder.resolve("facts");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            server.configureBlocking(false);
            Process process = start(folder, socket);
            try {
                output = Drain.of(process.getInputStream());
                PlanFrame.write(plan, process.getOutputStream());
                Optional<SocketChannel> facts = accept(server, process);
                if (facts.isEmpty()) {
                    failAll(new Outcome.NotStarted("the child JVM did not start: " + output.text()));
                    return;
                }
                try (SocketChannel channel = facts.get()) {
                    listen(channel, process);
                }
            } catch (IOException e) {
                // The child closed its standard input or its socket: it is dead or dying.
                ended(e, process);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    private Process start(Path folder, Path socket) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(
                List.of(
                        "--add-opens", "java.base/java.lang=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
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
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add("telar.harness.Main");
        command.add(socket.toString());
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        return builder.start();
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

    // ---- facts

    /** A fact, the end of all facts (empty), or why they cannot be believed. */
    private record Message(Optional<Fact> fact, IOException broken) {}

    private void listen(SocketChannel channel, Process process) throws IOException {
        BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(channel, messages), "telar-facts");
        reader.setDaemon(true);
        reader.start();
        try {
            Duration limit = START;
            while (true) {
                Message message = messages.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (message == null) {
                    hung(limit, process, messages);
                    return;
                }
                if (message.broken != null) {
                    ended(message.broken, process);
                    return;
                }
                if (message.fact.isEmpty() || believe(message.fact.get())) {
                    return;
                }
                limit = running.isEmpty() ? START : patience;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failAll(new Outcome.NotStarted("grading was interrupted"));
        }
    }

    private void read(SocketChannel channel, BlockingQueue<Message> messages) {
        try (FactReader facts = new FactReader(Channels.newInputStream(channel), plan.key())) {
            while (true) {
                Optional<Fact> fact = facts.next();
                messages.add(new Message(fact, null));
                if (fact.isEmpty()) {
                    return;
                }
            }
        } catch (IOException e) {
            messages.add(new Message(Optional.empty(), e));
        }
    }

    /** @return whether this was the last fact */
    private boolean believe(Fact fact) {
        if (fact instanceof Fact.Ready r) {
            ready = true;
            jdk = r.jdk();
        } else if (fact instanceof Fact.Unfit unfit) {
            failAll(new Outcome.Unfit(unfit.reason()));
            return true;
        } else if (fact instanceof Fact.Started started) {
            running = started.checkId();
            if (!awaited(running)) {
                outcomes.put(runningOrNext(), new Outcome.Tampered("the JVM began a check that was not its turn: " + running));
                return true;
            }
        } else if (fact instanceof Fact.Observed observed) {
            outcomes.put(running, new Outcome.Observed(observed.observation(), jdk)); // the reader has seen that this one was begun
            running = "";
        } else if (fact instanceof Fact.Hanging hanging) {
            outcomes.put(runningOrNext(), new Outcome.Died("the JVM gave up without being asked: " + hanging.where()));
            return true;
        } else if (fact instanceof Fact.Finished) {
            if (plan.planned().stream().anyMatch(check -> !outcomes.containsKey(check.id()))) {
                outcomes.put(runningOrNext(), new Outcome.Tampered("the JVM said that it had finished before this check had run"));
            }
            return true;
        }
        return false;
    }

    /** Whether this is the check that the plan puts next. */
    private boolean awaited(String id) {
        return plan.planned().stream()
                .map(PlannedCheck::id)
                .filter(planned -> !outcomes.containsKey(planned))
                .findFirst()
                .filter(id::equals)
                .isPresent();
    }

    private void hung(Duration limit, Process process, BlockingQueue<Message> messages)
            throws IOException, InterruptedException {
        String where = "";
        try {
            process.getOutputStream().write('?');
            process.getOutputStream().flush();
            long deadline = System.nanoTime() + LAST_WORDS.toNanos();
            Message last;
            while ((last = messages.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) != null && last.broken == null) {
                if (last.fact.isPresent() && last.fact.get() instanceof Fact.Hanging hanging) {
                    where = hanging.where();
                    break;
                }
            }
        } catch (IOException e) {
            // It cannot even be asked.
        }
        if (!ready) {
            failAll(new Outcome.NotStarted("the child JVM was not ready after " + limit.toSeconds() + " s"));
        } else {
            outcomes.put(runningOrNext(), new Outcome.Hung(limit, where));
        }
    }

    private void ended(IOException broken, Process process) {
        String exit = "";
        try {
            if (process.waitFor(5, TimeUnit.SECONDS)) {
                exit = "exit code " + process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ready) {
            failAll(new Outcome.NotStarted("the child JVM ended before it was ready (" + exit + "): " + output.text()));
            return;
        }
        if (broken instanceof WireException wire && wire.kind() != WireException.Kind.TRUNCATED) {
            outcomes.put(runningOrNext(), new Outcome.Tampered("the JVM said what it had no right to say: " + wire.getMessage()));
        } else {
            outcomes.put(
                    runningOrNext(),
                    new Outcome.Died(
                            "the JVM ended while this check ran" + (exit.isEmpty() ? "" : " (" + exit + ")") + ": " + broken.getMessage()));
        }
    }

    /**
     * The check that ran or would have run next: the first one that has no outcome yet, so that every child settles at least
     * one. When all have one it is the last: without its end, what a child said is not complete.
     */
    private String runningOrNext() {
        List<String> ids = plan.planned().stream().map(PlannedCheck::id).toList();
        return ids.stream().filter(id -> !outcomes.containsKey(id)).findFirst().orElse(ids.get(ids.size() - 1));
    }

    private void failAll(Outcome outcome) {
        plan.planned().forEach(check -> outcomes.putIfAbsent(check.id(), outcome));
    }

    private static void delete(Path folder) {
        if (folder == null) {
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

    /** Reads everything that the child prints, and keeps only the beginning. */
    private static final class Drain extends Thread {
        private static final int KEPT = 2_000;
        private final InputStream from;

        /** Guarded by itself: written by this thread, read by the session's. */
        private final StringBuilder kept = new StringBuilder();

        private Drain(InputStream from) {
            super("telar-output");
            this.from = from;
            setDaemon(true);
        }

        static Drain of(InputStream from) {
            Drain drain = new Drain(from);
            drain.start();
            return drain;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[8192];
            try {
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                    synchronized (kept) {
                        for (int i = 0; i < n && kept.length() < KEPT; i++) {
                            char c = (char) (buffer[i] & 0x7F);
                            kept.append(c >= ' ' || c == '\n' ? c : '?');
                        }
                    }
                }
            } catch (IOException e) {
                // The process is gone.
            }
        }

        String text() {
            synchronized (kept) {
                return kept.toString().strip();
            }
        }
    }
}
