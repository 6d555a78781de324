package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.yes;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Pipes, channels with selectors, processes, files and the standard input. */
final class PipesAndProcesses {
    private PipesAndProcesses() {}

    // ---- pipes within the program

    @Right
    static void pipesNumbers() throws Exception {
        PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out);
        run(
                () -> {
                    try (DataOutputStream data = new DataOutputStream(out)) {
                        for (int i = 0; i < 3; i++) {
                            data.writeInt(i);
                        }
                    }
                },
                () -> {
                    DataInputStream data = new DataInputStream(in);
                    for (int i = 0; i < 3; i++) {
                        same(i, data.readInt());
                    }
                    same(-1, data.read());
                });
    }

    /** Writes more than the pipe holds, to a reader who comes late. */
    @Right
    static void pipesMoreThanThePipeHolds() throws Exception {
        PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out, 16);
        run(
                () -> {
                    out.write(new byte[100]);
                    out.close();
                },
                () -> same(100, in.readAllBytes().length));
    }

    /** One thread does both: the pipe is full before anybody reads. */
    @Wrong(Kind.DEADLOCK)
    static void pipesMoreThanThePipeHoldsToItself() throws Exception {
        PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out, 16);
        start(() -> {
            out.write(new byte[100]);
            out.close();
            in.readAllBytes();
        });
    }

    @Wrong(Kind.DEADLOCK)
    static void forgetsToCloseThePipe() throws Exception {
        PipedWriter out = new PipedWriter();
        PipedReader in = new PipedReader(out);
        Thread reader = start(() -> {
            BufferedReader lines = new BufferedReader(in);
            while (lines.readLine() != null) {
                continue;
            }
        });
        PrintWriter lines = new PrintWriter(out);
        lines.println("one");
        lines.flush();
        reader.join();
    }

    @Right
    static void closesThePipe() throws Exception {
        PipedWriter out = new PipedWriter();
        PipedReader in = new PipedReader(out);
        AtomicInteger read = new AtomicInteger();
        Thread reader = start(() -> {
            BufferedReader lines = new BufferedReader(in);
            while (lines.readLine() != null) {
                read.incrementAndGet();
            }
        });
        try (PrintWriter lines = new PrintWriter(out)) {
            lines.println("one");
            lines.println("two");
        }
        reader.join();
        same(2, read.get());
    }

    /** Two readers keep what they read in one list. */
    @Wrong(Kind.DATA_RACE)
    static void collectsFromTwoPipesWithoutALock() throws Exception {
        List<Integer> seen = new ArrayList<>();
        fromTwoPipes(seen::add);
    }

    @Right
    static void collectsFromTwoPipesUnderALock() throws Exception {
        List<Integer> seen = new ArrayList<>();
        fromTwoPipes(i -> {
            synchronized (seen) {
                seen.add(i);
            }
        });
        synchronized (seen) {
            same(2, seen.size());
        }
    }

    private static void fromTwoPipes(java.util.function.Consumer<Integer> sink) throws Exception {
        PipedOutputStream[] outs = {new PipedOutputStream(), new PipedOutputStream()};
        Thread[] readers = new Thread[2];
        for (int i = 0; i < 2; i++) {
            PipedInputStream in = new PipedInputStream(outs[i]);
            readers[i] = start(() -> sink.accept(in.read()));
        }
        for (PipedOutputStream out : outs) {
            out.write(1);
            out.close();
        }
        for (Thread reader : readers) {
            reader.join();
        }
    }

    // ---- channels and selectors

    private static void write(SocketChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes()));
    }

    /** A selector loop answers two clients; {@code served} is what it does for each. */
    private static void selectorLoop(Runnable served, Runnable asked) throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open();
                Selector selector = Selector.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            Thread loop = start(() -> {
                int left = 2;
                ByteBuffer buffer = ByteBuffer.allocate(16);
                while (left > 0) {
                    selector.select();
                    Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
                    while (keys.hasNext()) {
                        SelectionKey key = keys.next();
                        keys.remove();
                        if (key.isAcceptable()) {
                            SocketChannel client = server.accept();
                            client.configureBlocking(false);
                            client.register(selector, SelectionKey.OP_READ);
                        } else if (key.isReadable()) {
                            SocketChannel client = (SocketChannel) key.channel();
                            buffer.clear();
                            client.read(buffer);
                            served.run();
                            write(client, "ok");
                            client.close();
                            left--;
                        }
                    }
                }
            });
            Together.Act ask = () -> {
                try (SocketChannel channel = SocketChannel.open(server.getLocalAddress())) {
                    asked.run();
                    write(channel, "hi");
                    same(2, channel.read(ByteBuffer.allocate(2)));
                }
            };
            run(ask, ask);
            loop.join();
        }
    }

    @Right
    static void selectorLoopOfOneThread() throws Exception {
        AtomicInteger served = new AtomicInteger();
        selectorLoop(served::incrementAndGet, () -> {});
        same(2, served.get());
    }

    @Wrong(Kind.DATA_RACE)
    static void selectorLoopSharesACounterWithItsClients() throws Exception {
        Together.Cell cell = new Together.Cell();
        selectorLoop(() -> cell.value++, () -> cell.value--);
    }

    /** What a selector calls is the program's own code, and under control like the rest. */
    @Wrong(Kind.DATA_RACE)
    static void selectorCallsBackAndCountsWithoutALock() throws Exception {
        Together.Cell cell = new Together.Cell();
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        Selector selector = Selector.open();
        pipe.source().register(selector, SelectionKey.OP_READ);
        Thread loop = start(() -> selector.select(key -> cell.value++));
        pipe.sink().write(ByteBuffer.allocate(1));
        cell.value++;
        loop.join();
        selector.close();
    }

    @Wrong(Kind.DEADLOCK)
    static void selectorLoopIsNeverWoken() throws Exception {
        Selector selector = Selector.open();
        Thread loop = start(() -> {
            while (selector.isOpen()) {
                selector.select();
            }
        });
        loop.join();
    }

    @Right
    static void selectorLoopIsWokenToEnd() throws Exception {
        Selector selector = Selector.open();
        boolean[] stop = {false};
        Thread loop = start(() -> {
            while (true) {
                selector.select();
                synchronized (stop) {
                    if (stop[0]) {
                        return;
                    }
                }
            }
        });
        synchronized (stop) {
            stop[0] = true;
        }
        selector.wakeup();
        loop.join();
        selector.close();
    }

    /** An interrupt closes a channel on which a thread waits. */
    @Right
    static void interruptEndsAChannelsRead() throws Exception {
        Pipe pipe = Pipe.open();
        Thread reader = start(() -> {
            try {
                pipe.source().read(ByteBuffer.allocate(1));
                throw new AssertionError("nobody has written");
            } catch (java.nio.channels.ClosedByInterruptException e) {
                yes(Thread.currentThread().isInterrupted(), "the status is lost");
            }
        });
        reader.interrupt();
        reader.join();
    }

    @Wrong(Kind.DEADLOCK)
    static void readsAPipeThatNobodyWrites() throws Exception {
        Pipe pipe = Pipe.open();
        Thread reader = start(() -> pipe.source().read(ByteBuffer.allocate(1)));
        reader.join();
    }

    // ---- processes

    private static Process child(String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        Path.of(Right.class.getProtectionDomain().getCodeSource().getLocation().getPath()).toString(),
                        "bodies.Child",
                        what)
                .start();
    }

    @Right
    static void waitsForAProcess() throws Exception {
        same(3, child("exit 3").waitFor());
    }

    @Wrong(Kind.ASSERTION)
    static void takesAFailedProcessForASuccess() throws Exception {
        same(0, child("exit 3").waitFor());
    }

    @Right
    static void readsAProcessInAThreadOfItsOwn() throws Exception {
        Process process = child("say 3");
        AtomicInteger lines = new AtomicInteger();
        Thread reader = start(() -> {
            BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream()));
            while (in.readLine() != null) {
                lines.incrementAndGet();
            }
        });
        same(0, process.waitFor());
        reader.join();
        same(3, lines.get());
    }

    /** Counts the lines of two processes in a variable that nothing guards. */
    @Wrong(Kind.DATA_RACE)
    static void countsLinesOfTwoProcessesWithoutALock() throws Exception {
        Together.Cell lines = new Together.Cell();
        Together.Act reader = () -> {
            Process process = child("say 2");
            BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream()));
            while (in.readLine() != null) {
                lines.value++;
            }
            process.waitFor();
        };
        run(reader, reader);
    }

    @Right
    static void talksToAProcess() throws Exception {
        Process process = child("echo");
        try (PrintWriter out = new PrintWriter(process.getOutputStream(), true)) {
            BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream()));
            out.println("hello");
            yes("hello".equals(in.readLine()), "not an echo");
        }
        same(0, process.waitFor());
    }

    /** A pump in each direction: neither side's buffer can stop the other. */
    @Right
    static void pumpsMoreThanAPipeHolds() throws Exception {
        Process process = child("echo");
        Thread feeder = start(() -> {
            try (OutputStream out = process.getOutputStream()) {
                byte[] line = "x".repeat(999).concat("\n").getBytes();
                for (int i = 0; i < 200; i++) {
                    out.write(line);
                }
            }
        });
        int read = 0;
        byte[] buffer = new byte[8_192];
        InputStream in = process.getInputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            read += n;
        }
        feeder.join();
        same(200_000, read);
    }

    @Right
    static void isToldOfAProcessesEnd() throws Exception {
        Process process = child("exit 0");
        AtomicInteger told = new AtomicInteger();
        process.onExit().thenAccept(p -> told.incrementAndGet()).get();
        same(1, told.get());
    }

    @Right
    static void isToldOfAHandlesEnd() throws Exception {
        Process process = child("exit 0");
        yes(!process.toHandle().onExit().get(30, TimeUnit.SECONDS).isAlive(), "it lives");
    }

    /** Does not wait for its child, which would run for ever. */
    @Right
    static void leavesAProcessBehind() throws Exception {
        Process process = child("sleep");
        yes(process.isAlive(), "it has ended");
    }

    // ---- files, memory, standard input

    @Right
    static void readsWhatIsInMemory() throws Exception {
        AtomicInteger lines = new AtomicInteger();
        Together.Act reader = () -> {
            BufferedReader in = new BufferedReader(new StringReader("a\nb"));
            while (in.readLine() != null) {
                lines.incrementAndGet();
            }
        };
        run(reader, reader);
        same(4, lines.get());
    }

    @Wrong(Kind.DATA_RACE)
    static void countsLinesOfAFileWithoutALock() throws Exception {
        Path file = Files.createTempFile("telar", ".txt");
        try {
            Files.writeString(file, "a\nb\n");
            Together.Cell lines = new Together.Cell();
            Together.Act reader = () -> {
                try (BufferedReader in = Files.newBufferedReader(file)) {
                    while (in.readLine() != null) {
                        lines.value++;
                    }
                }
            };
            run(reader, reader);
        } finally {
            Files.delete(file);
        }
    }
}
