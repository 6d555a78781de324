package bodies;

import static bodies.Together.run;
import static bodies.Together.same;
import static bodies.Together.start;
import static bodies.Together.yes;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Servers and clients in one program, over the loopback interface. */
final class Sockets {
    private Sockets() {}

    /** What a server does with one client. */
    private interface Handler {
        void handle(BufferedReader in, PrintWriter out) throws Exception;
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static void handle(Socket client, Handler handler) throws Exception {
        try (client) {
            handler.handle(
                    new BufferedReader(new InputStreamReader(client.getInputStream())),
                    new PrintWriter(client.getOutputStream(), true));
        }
    }

    private static String ask(ServerSocket server, String question) throws IOException {
        try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            new PrintWriter(socket.getOutputStream(), true).println(question);
            return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
        }
    }

    /** A thread for each of two clients, who ask at the same time. */
    private static void serveTwo(Handler handler) throws Exception {
        try (ServerSocket server = server()) {
            Thread acceptor = start(() -> {
                Thread[] handlers = new Thread[2];
                for (int i = 0; i < 2; i++) {
                    Socket client = server.accept();
                    handlers[i] = start(() -> handle(client, handler));
                }
                for (Thread thread : handlers) {
                    thread.join();
                }
            });
            run(() -> ask(server, "one"), () -> ask(server, "two"));
            acceptor.join();
        }
    }

    @Right
    static void echoesToTwoClients() throws Exception {
        try (ServerSocket server = server()) {
            Thread acceptor = start(() -> {
                for (int i = 0; i < 2; i++) {
                    handle(server.accept(), (in, out) -> out.println("<" + in.readLine() + ">"));
                }
            });
            run(
                    () -> yes(ask(server, "a").equals("<a>"), "not an echo"),
                    () -> yes(ask(server, "b").equals("<b>"), "not an echo"));
            acceptor.join();
        }
    }

    @Wrong(Kind.ASSERTION)
    static void echoesToTwoClientsWithoutTheBrackets() throws Exception {
        try (ServerSocket server = server()) {
            Thread acceptor = start(() -> {
                for (int i = 0; i < 2; i++) {
                    handle(server.accept(), (in, out) -> out.println(in.readLine()));
                }
            });
            run(() -> yes(ask(server, "a").equals("<a>"), "not an echo"), () -> ask(server, "b"));
            acceptor.join();
        }
    }

    @Right
    static void countsClientsUnderALock() throws Exception {
        Together.Cell served = new Together.Cell();
        serveTwo((in, out) -> {
            in.readLine();
            synchronized (served) {
                served.value++;
            }
            out.println("ok");
        });
        synchronized (served) {
            same(2, served.value);
        }
    }

    @Wrong(Kind.DATA_RACE)
    static void countsClientsWithoutALock() throws Exception {
        Together.Cell served = new Together.Cell();
        serveTwo((in, out) -> {
            in.readLine();
            served.value++;
            out.println("ok");
        });
    }

    @Right
    static void remembersClientsInAConcurrentMap() throws Exception {
        ConcurrentHashMap<String, Integer> visits = new ConcurrentHashMap<>();
        serveTwo((in, out) -> {
            in.readLine();
            visits.merge("all", 1, Integer::sum);
            out.println("ok");
        });
        same(2, visits.get("all"));
    }

    /** Nothing races here, but both may read before either writes. */
    @Wrong(Kind.ASSERTION)
    static void remembersClientsByCheckingFirst() throws Exception {
        ConcurrentHashMap<String, Integer> visits = new ConcurrentHashMap<>();
        serveTwo((in, out) -> {
            in.readLine();
            Integer before = visits.get("all");
            visits.put("all", before == null ? 1 : before + 1);
            out.println("ok");
        });
        same(2, visits.get("all"));
    }

    /** Pool of two, three clients one after another. */
    private static void pooled(List<String> log, Object lock) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try (ServerSocket server = server()) {
            Thread acceptor = start(() -> {
                for (int i = 0; i < 3; i++) {
                    Socket client = server.accept();
                    pool.execute(() -> {
                        try {
                            handle(client, (in, out) -> {
                                String line = in.readLine();
                                if (lock == null) {
                                    log.add(line);
                                } else {
                                    synchronized (lock) {
                                        log.add(line);
                                    }
                                }
                                out.println(line);
                            });
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    });
                }
            });
            run(() -> ask(server, "a"), () -> ask(server, "b"), () -> ask(server, "c"));
            acceptor.join();
        }
        pool.shutdown();
        yes(pool.awaitTermination(10, TimeUnit.SECONDS), "the pool does not end");
    }

    @Right
    static void poolLogsUnderALock() throws Exception {
        List<String> log = new ArrayList<>();
        pooled(log, new Object());
        same(3, log.size());
    }

    @Wrong(Kind.DATA_RACE)
    static void poolLogsWithoutALock() throws Exception {
        pooled(new ArrayList<>(), null);
    }

    /** Both sides speak first: the greetings cross, and both are read. */
    @Right
    static void bothSidesSpeakFirst() throws Exception {
        bothSides(true);
    }

    /** Both sides listen first. */
    @Wrong(Kind.DEADLOCK)
    static void bothSidesListenFirst() throws Exception {
        bothSides(false);
    }

    private static void bothSides(boolean speakFirst) throws Exception {
        try (ServerSocket server = server()) {
            Thread other = start(() -> handle(server.accept(), (in, out) -> greet(in, out, speakFirst)));
            handle(
                    new Socket(server.getInetAddress(), server.getLocalPort()),
                    (in, out) -> greet(in, out, speakFirst));
            other.join();
        }
    }

    private static void greet(BufferedReader in, PrintWriter out, boolean speakFirst) throws IOException {
        if (speakFirst) {
            out.println("hello");
            in.readLine();
        } else {
            in.readLine();
            out.println("hello");
        }
    }

    /** The accept loop ends when another thread closes the socket. */
    @Right
    static void closeEndsTheAcceptLoop() throws Exception {
        ServerSocket server = server();
        AtomicInteger served = new AtomicInteger();
        Thread acceptor = start(() -> {
            try {
                while (true) {
                    handle(server.accept(), (in, out) -> out.println(in.readLine()));
                    served.incrementAndGet();
                }
            } catch (SocketException closed) {
                // As agreed.
            }
        });
        ask(server, "a");
        ask(server, "b");
        server.close();
        acceptor.join();
        same(2, served.get());
    }

    /** Nobody closes the socket, so that the server's thread stays behind. */
    @Wrong(Kind.DEADLOCK)
    static void leavesTheServerSocketOpen() throws Exception {
        ServerSocket server = server();
        start(() -> {
            while (true) {
                handle(server.accept(), (in, out) -> out.println(in.readLine()));
            }
        });
        ask(server, "a");
    }

    /** The same with a daemon ends with the program. */
    @Right
    static void leavesTheServerSocketToADaemon() throws Exception {
        ServerSocket server = server();
        Thread acceptor = Together.thread(() -> {
            while (true) {
                handle(server.accept(), (in, out) -> out.println(in.readLine()));
            }
        });
        acceptor.setDaemon(true);
        acceptor.start();
        ask(server, "a");
    }

    /** A port that the run before has used, and left open, is free again. */
    @Right
    static void usesAFixedPortAndLeavesItOpen() throws Exception {
        ServerSocket server = new ServerSocket(47_613, 5, InetAddress.getLoopbackAddress());
        Thread acceptor = Together.thread(() -> handle(server.accept(), (in, out) -> out.println(in.readLine())));
        acceptor.setDaemon(true);
        acceptor.start();
        yes(ask(server, "a").equals("a"), "not an echo");
    }

    /** Two handlers take each other's account in opposite order. */
    @Wrong(Kind.DEADLOCK)
    static void handlersTakeTwoLocksInTwoOrders() throws Exception {
        Object one = new Object();
        Object two = new Object();
        serveTwo((in, out) -> {
            boolean first = in.readLine().equals("one");
            synchronized (first ? one : two) {
                synchronized (first ? two : one) {
                    out.println("ok");
                }
            }
        });
    }

    @Right
    static void handlersTakeTwoLocksInOneOrder() throws Exception {
        Object one = new Object();
        Object two = new Object();
        serveTwo((in, out) -> {
            in.readLine();
            synchronized (one) {
                synchronized (two) {
                    out.println("ok");
                }
            }
        });
    }

    /** A handler that keeps the lock while it waits for its client, who waits for the other handler. */
    @Wrong(Kind.DEADLOCK)
    static void handlerWaitsForItsClientUnderALock() throws Exception {
        Object lock = new Object();
        CountDownLatch secondServed = new CountDownLatch(1);
        try (ServerSocket server = server()) {
            Thread acceptor = start(() -> {
                for (int i = 0; i < 2; i++) {
                    Socket client = server.accept();
                    start(() -> handle(client, (in, out) -> {
                        synchronized (lock) {
                            out.println("go");
                            out.println(in.readLine());
                        }
                    }));
                }
            });
            run(
                    () -> {
                        try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                            new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
                            secondServed.await();
                            new PrintWriter(socket.getOutputStream(), true).println("done");
                        }
                    },
                    () -> {
                        ask(server, "two");
                        secondServed.countDown();
                    });
            acceptor.join();
        }
    }

    /** A timed wait for an answer over the network does not expire while the answer is on its way. */
    @Right
    static void waitsForAnAnswerWithinATime() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (ServerSocket server = server()) {
            Thread acceptor = start(() -> handle(server.accept(), (in, out) -> out.println(in.readLine())));
            Future<String> answer = pool.submit(() -> ask(server, "a"));
            yes(answer.get(5, TimeUnit.SECONDS).equals("a"), "not an echo");
            acceptor.join();
        }
        pool.shutdown();
    }

    /** A reader whose socket has a time-out comes back by itself. */
    @Right
    static void readsWithATimeOut() throws Exception {
        try (ServerSocket server = server()) {
            Thread silent = start(() -> {
                Socket client = server.accept();
                yes(client.getInputStream().read() == -1, "the client said something");
            });
            try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                socket.setSoTimeout(50);
                socket.getInputStream().read();
                throw new AssertionError("nobody has said anything");
            } catch (SocketTimeoutException e) {
                // As wanted.
            }
            silent.join();
        }
    }

    @Right
    static void sendsDatagrams() throws Exception {
        try (DatagramSocket here = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                DatagramSocket there = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Thread receiver = start(() -> {
                DatagramPacket packet = new DatagramPacket(new byte[8], 8);
                here.receive(packet);
                same(3, packet.getLength());
                same(7, packet.getData()[0]);
            });
            there.send(new DatagramPacket(new byte[] {7, 8, 9}, 3, here.getLocalSocketAddress()));
            receiver.join();
        }
    }

    /** Waits for a second datagram that nobody sends. */
    @Wrong(Kind.DEADLOCK)
    static void waitsForOneDatagramTooMany() throws Exception {
        try (DatagramSocket here = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                DatagramSocket there = new DatagramSocket()) {
            Thread receiver = start(() -> {
                here.receive(new DatagramPacket(new byte[8], 8));
                here.receive(new DatagramPacket(new byte[8], 8));
            });
            there.send(new DatagramPacket(new byte[] {7}, 1, here.getLocalSocketAddress()));
            receiver.join();
        }
    }

    /** The last message is kept where another thread reads it: a network orders nothing. */
    @Wrong(Kind.DATA_RACE)
    static void readsWhatTheHandlerWroteAfterItsAnswer() throws Exception {
        Together.Cell last = new Together.Cell();
        try (ServerSocket server = server()) {
            Thread acceptor = start(() -> {
                try (Socket client = server.accept()) {
                    last.value = new DataInputStream(client.getInputStream()).readInt();
                    new DataOutputStream(client.getOutputStream()).writeInt(0);
                }
            });
            try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                new DataOutputStream(socket.getOutputStream()).writeInt(5);
                new DataInputStream(socket.getInputStream()).readInt();
                same(5, last.value);
            }
            acceptor.join();
        }
    }

    @Right
    static void readsWhatTheHandlerWroteAfterJoiningIt() throws Exception {
        Together.Cell last = new Together.Cell();
        try (ServerSocket server = server()) {
            Thread acceptor = start(() -> {
                try (Socket client = server.accept()) {
                    last.value = new DataInputStream(client.getInputStream()).readInt();
                }
            });
            try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                new DataOutputStream(socket.getOutputStream()).writeInt(5);
            }
            acceptor.join();
            same(5, last.value);
        }
    }
}
